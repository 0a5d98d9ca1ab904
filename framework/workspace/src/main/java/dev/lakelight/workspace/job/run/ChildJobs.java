package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.run.OtherJobs;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.store.NewRun;
import dev.lakelight.workspace.job.store.RunType;
import dev.lakelight.workspace.job.store.StoredJob;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import dev.lakelight.workspace.job.store.TerminationCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;

/** Runs the jobs of run-job tasks, as runs of their own. */
final class ChildJobs implements OtherJobs {

    private static final int MOST_JOBS_IN_JOBS = 10;

    private final RunLauncher launcher;
    private final RunStores stores;
    private final StoredRun parent;

    ChildJobs(RunLauncher launcher, RunStores stores, StoredRun parent) {
        this.launcher = launcher;
        this.stores = stores;
        this.parent = parent;
    }

    @Override
    public JobRun run(Call call) {
        StoredJob job = job(call.jobId());
        requireFewAbove(job);
        StoredRun child = launcher.start(
                new NewRun(
                        job.jobId(),
                        RunType.JOB_RUN,
                        job.name(),
                        parent.creator(),
                        "RUN_JOB_TASK",
                        call.taskRunId(),
                        null,
                        job.settings(),
                        parameters(job, call)),
                true);
        stores.tasks().adopt(call.taskRunId(), child.runId());
        return record(await(child), call.parameters());
    }

    private StoredJob job(String id) {
        return Optional.of(id)
                .filter(text -> text.matches("\\d{1,18}"))
                .flatMap(text -> stores.jobs().find(Long.parseLong(text)))
                .orElseThrow(() ->
                        new TaskFailure(TerminationCode.RESOURCE_NOT_FOUND, "Job %s does not exist.".formatted(id)));
    }

    private void requireFewAbove(StoredJob job) {
        Optional<StoredRun> above = Optional.of(parent);

        for (int depth = 0; above.isPresent(); depth++) {
            if (depth >= MOST_JOBS_IN_JOBS) {
                throw new TaskFailure(
                        TerminationCode.INVALID_RUN_CONFIGURATION,
                        "Cannot run the job '%s': %d jobs already wait for one another. Does one of them run itself?"
                                .formatted(job.name(), MOST_JOBS_IN_JOBS));
            }

            above = above.flatMap(run -> Optional.ofNullable(run.parentTaskRunId()))
                    .flatMap(stores.tasks()::find)
                    .map(StoredTaskRun::jobRunId)
                    .flatMap(stores.runs()::find);
        }
    }

    private static ObjectNode parameters(StoredJob job, Call call) {
        List<String> known = StreamSupport.stream(
                        job.settings().path("parameters").spliterator(), false)
                .map(parameter -> parameter.path("name").asText())
                .toList();
        ObjectNode given = WireJson.mapper().createObjectNode();
        ObjectNode values = given.putObject("job_parameters");
        call.parameters().forEach(values::put);
        call.pushed().entrySet().stream()
                .filter(entry -> known.contains(entry.getKey()))
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return given;
    }

    private StoredRun await(StoredRun child) {
        try {
            return launcher.end(child.runId()).get();
        } catch (InterruptedException e) {
            launcher.cancel(child.runId());
            Thread.currentThread().interrupt();
            throw new TaskFailure(TerminationCode.RUN_EXECUTION_ERROR, RunMessages.CANCELLED, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JobRun record(StoredRun run, Map<String, String> parameters) {
        return new JobRun(
                run.name(),
                new SourceLocation("job " + run.jobId(), 0),
                null,
                parameters,
                state(run.standing().result()),
                Instant.ofEpochMilli(run.startTime()),
                Duration.ofMillis(Math.max(0, run.endTime() - run.startTime())),
                List.of(),
                null,
                List.of());
    }

    private static RunState state(@org.jspecify.annotations.Nullable String result) {
        return Arrays.stream(RunState.values())
                .filter(state -> state.name().equals(result))
                .findFirst()
                .orElse(RunState.FAILED);
    }
}
