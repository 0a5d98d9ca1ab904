package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.Job;
import dev.lakelight.result.RunState;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.job.run.LastAttempts;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.run.Selection;
import dev.lakelight.workspace.job.store.StoredRepair;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a client wants to be run again of a run.
 *
 * @param tasks their keys
 * @param parameters what they are given
 */
record Repair(Set<String> tasks, ObjectNode parameters) {

    private static final Set<String> DONE = Set.of(RunState.SUCCESS.name(), RunState.DISABLED.name());

    /**
     * Read a request.
     *
     * @throws dev.lakelight.workspace.api.ApiException when the run cannot be repaired so
     */
    static Repair read(Parameters request, StoredRun run, RunStores stores, Job job) {
        if (run.isActive()) {
            throw ApiErrors.invalidState(
                    "Run %d is active. It can be repaired when it is over.".formatted(run.runId()));
        }

        requireLatest(request, stores.repairs().of(run.runId()));
        Set<String> tasks = tasks(request, run, LastAttempts.of(stores.tasks().of(run.runId())));

        if (tasks.isEmpty()) {
            throw ApiErrors.invalid(
                    "Run %d has no task to run again. Name some in rerun_tasks.".formatted(run.runId()));
        }

        ObjectNode parameters = run.parameters().deepCopy();
        parameters.setAll(RunParametersCheck.read(request, run.settings(), job));
        return new Repair(tasks, parameters);
    }

    private static void requireLatest(Parameters request, List<StoredRepair> repairs) {
        if (repairs.isEmpty()) {
            return;
        }

        long latest = repairs.get(repairs.size() - 1).repairId();

        if (request.optionalNumber("latest_repair_id").orElse(0) != latest) {
            throw ApiErrors.invalid(
                    "The run was repaired before: latest_repair_id must be %d, the id of its latest repair."
                            .formatted(latest));
        }
    }

    private static Set<String> tasks(Parameters request, StoredRun run, List<StoredTaskRun> attempts) {
        Set<String> wanted = new LinkedHashSet<>(request.texts("rerun_tasks"));
        List<String> known = attempts.stream()
                .filter(attempt -> !attempt.isIteration())
                .map(StoredTaskRun::label)
                .toList();
        wanted.stream().filter(key -> !known.contains(key)).findFirst().ifPresent(key -> {
            throw ApiErrors.invalid(
                    "rerun_tasks names the task '%s', but the run has: %s.".formatted(key, String.join(", ", known)));
        });

        if (request.flag("rerun_all_failed_tasks")) {
            addFailed(wanted, run, attempts);
        }

        if (request.flag("rerun_dependent_tasks")) {
            wanted.addAll(Selection.behind(run.settings(), wanted));
        }

        wanted.retainAll(known);
        return wanted;
    }

    /** Tasks that a failed one left out may be needed now. */
    private static void addFailed(Set<String> wanted, StoredRun run, List<StoredTaskRun> attempts) {
        attempts.stream()
                .filter(attempt -> !attempt.isIteration() && !isDone(attempt) && !isExcluded(attempt))
                .forEach(attempt -> wanted.add(attempt.label()));
        Set<String> behind = Selection.behind(run.settings(), wanted);
        attempts.stream()
                .filter(attempt -> behind.contains(attempt.label()) && isExcluded(attempt))
                .forEach(attempt -> wanted.add(attempt.label()));
    }

    private static boolean isDone(StoredTaskRun attempt) {
        return DONE.contains(Objects.requireNonNullElse(attempt.standing().result(), ""));
    }

    private static boolean isExcluded(StoredTaskRun attempt) {
        return RunState.EXCLUDED.name().equals(attempt.standing().result());
    }
}
