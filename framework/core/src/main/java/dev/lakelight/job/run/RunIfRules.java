package dev.lakelight.job.run;

import dev.lakelight.job.Dependency;
import dev.lakelight.job.Task;
import dev.lakelight.result.RunState;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Says what becomes of a task when all that it depends on has ended. A dependency on the other outcome of a condition counts as
 * excluded. Source: Databricks' documentation of "Run if dependencies".
 */
final class RunIfRules {

    private RunIfRules() {}

    /** Return whether everything has ended that a task depends on. */
    static boolean isDecidable(Task task, Map<String, Settled> settled) {
        return task.dependsOn().stream().allMatch(dependency -> settled.containsKey(dependency.task()));
    }

    /** Return the state of a task that is not to be run, or nothing when it is. */
    static Optional<RunState> stateWithoutRun(Task task, Map<String, Settled> settled) {
        List<RunState> states = task.dependsOn().stream()
                .map(dependency -> seen(dependency, settled))
                .toList();

        if (task.disabled()) {
            return Optional.of(RunState.DISABLED);
        }

        if (!states.isEmpty() && states.stream().allMatch(RunState::leftOut)) {
            return Optional.of(RunState.EXCLUDED);
        }

        return holds(task, states) ? Optional.empty() : Optional.of(unmet(task, states));
    }

    private static RunState seen(Dependency dependency, Map<String, Settled> settled) {
        Settled other = Objects.requireNonNull(settled.get(dependency.task()));
        boolean otherOutcome = other.state().succeeded()
                && dependency.outcome() != null
                && !dependency.outcome().equals(other.outcome());
        return otherOutcome ? RunState.EXCLUDED : other.state();
    }

    private static boolean holds(Task task, List<RunState> states) {
        return switch (task.runIf()) {
            case ALL_SUCCESS -> states.stream().allMatch(RunState::succeeded);
            case AT_LEAST_ONE_SUCCESS -> states.isEmpty() || states.stream().anyMatch(RunState::succeeded);
            case NONE_FAILED -> states.stream().noneMatch(RunState::failed);
            case ALL_DONE -> true;
            case AT_LEAST_ONE_FAILED -> states.isEmpty() || states.stream().anyMatch(RunState::failed);
            case ALL_FAILED -> states.stream().allMatch(RunState::failed);
        };
    }

    private static RunState unmet(Task task, List<RunState> states) {
        return switch (task.runIf()) {
            case AT_LEAST_ONE_FAILED, ALL_FAILED -> RunState.EXCLUDED;
            case ALL_SUCCESS, AT_LEAST_ONE_SUCCESS, NONE_FAILED, ALL_DONE -> afterFailure(states);
        };
    }

    /** Without a failure, what is not met is that everything was run: a branch was not taken. */
    private static RunState afterFailure(List<RunState> states) {
        List<RunState> failed = states.stream().filter(RunState::failed).toList();

        if (failed.isEmpty()) {
            return RunState.EXCLUDED;
        }

        return failed.stream().allMatch(RunState::cancelled) ? RunState.UPSTREAM_CANCELED : RunState.UPSTREAM_FAILED;
    }
}
