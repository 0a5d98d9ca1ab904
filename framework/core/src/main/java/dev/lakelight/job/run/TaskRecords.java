package dev.lakelight.job.run;

import dev.lakelight.job.Task;
import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the records of tasks. */
public final class TaskRecords {

    private TaskRecords() {}

    /** Record a task that was not run; a state that is not as it should be says why. */
    public static TaskRun notRun(Task task, RunState state) {
        return withoutAttempts(task, state, reason(task, state));
    }

    /** Record a task of which nothing is known, as it has not reacted to its end. */
    static TaskRun notEnded(Task task, RunState state) {
        return withoutAttempts(
                task,
                state,
                JobProblems.of(
                        "cancelled",
                        "The task was cancelled and has not ended since. Let its code react to an interrupt of its thread.",
                        task.source()));
    }

    private static TaskRun withoutAttempts(Task task, RunState state, @Nullable Problem problem) {
        return new TaskRun(
                task.key(),
                task.action().kind(),
                edges(task),
                state,
                null,
                Duration.ZERO,
                List.of(),
                List.of(),
                null,
                null,
                problem);
    }

    static TaskRun run(Task task, Ended ended) {
        Outcome last = ended.last();
        return new TaskRun(
                ended.label(),
                task.action().kind(),
                edges(task),
                last.state(),
                ended.startedAt(),
                ended.duration(),
                ended.attempts(),
                last.iterations(),
                last.job(),
                last.value(),
                last.problem());
    }

    /** Record a task of which no note could be taken. */
    static TaskRun notKept(TaskRun run, Problem problem) {
        return new TaskRun(
                run.key(),
                run.kind(),
                run.dependsOn(),
                RunState.FAILED,
                run.startedAt(),
                run.duration(),
                run.attempts(),
                run.iterations(),
                run.job(),
                run.value(),
                problem);
    }

    private static List<TaskRun.Edge> edges(Task task) {
        return task.dependsOn().stream()
                .map(dependency -> new TaskRun.Edge(dependency.task(), dependency.outcome()))
                .toList();
    }

    private static @Nullable Problem reason(Task task, RunState state) {
        return state.leftOut()
                ? null
                : JobProblems.of(
                        "upstream",
                        "The task was not run: run_if %s is not met, or the run was ended before."
                                .formatted(task.runIf()),
                        task.source());
    }

    /**
     * A task that was run.
     *
     * @param label its key, with the number of its iteration where it is one
     * @param startedAt when the first attempt began
     * @param duration of all attempts and pauses
     * @param attempts in order
     * @param last what came of the last one
     */
    record Ended(String label, Instant startedAt, Duration duration, List<AttemptRun> attempts, Outcome last) {}
}
