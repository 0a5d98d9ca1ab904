package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.job.store.LifeCycle;
import dev.lakelight.workspace.job.store.NewRun;
import dev.lakelight.workspace.job.store.RunType;
import dev.lakelight.workspace.job.store.Standing;
import dev.lakelight.workspace.job.store.StoredRun;
import java.util.List;

/** Decides whether a run begins, waits or is skipped, by the {@code max_concurrent_runs} of its job. */
final class Admission {

    private Admission() {}

    static Standing of(NewRun run, boolean mayWait, List<StoredRun> active) {
        boolean isAhead = active.stream().anyMatch(other -> other.standing().lifeCycle() == LifeCycle.QUEUED);

        if (run.type() == RunType.SUBMIT_RUN || (!isAhead && hasRoom(run.settings(), active))) {
            return Standing.in(LifeCycle.PENDING);
        }

        int most = most(run.settings());
        return mayWait && most > 0
                ? Standing.queued(
                        "Queued: the job has %d active runs, as many as max_concurrent_runs allows.".formatted(most))
                : Standing.tooMany(most);
    }

    static boolean hasRoom(JsonNode settings, List<StoredRun> active) {
        long going = active.stream()
                .filter(run -> run.standing().lifeCycle() != LifeCycle.QUEUED)
                .count();
        return going < most(settings);
    }

    private static int most(JsonNode settings) {
        return settings.path("max_concurrent_runs").asInt(1);
    }
}
