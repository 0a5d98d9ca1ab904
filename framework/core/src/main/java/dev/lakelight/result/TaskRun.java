package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of one task of a job.
 *
 * @param key unique in its job; for an iteration of a for-each task with its number, such as {@code load[2]}
 * @param kind as the job file calls it: {@code notebook_task}
 * @param dependsOn what it waited for
 * @param state how it ended
 * @param startedAt when it began, or null when it was not run
 * @param duration wall time with all attempts and the pauses between; zero when it was not run
 * @param attempts in order; empty when it was not run
 * @param iterations of a for-each task, in the order of its inputs
 * @param job what a run-job task has run, or null
 * @param value exit value of its notebook, or outcome of its condition; null when there is none
 * @param problem why it did not succeed or was not run, or null
 */
public record TaskRun(
        String key,
        String kind,
        List<Edge> dependsOn,
        RunState state,
        @Nullable Instant startedAt,
        Duration duration,
        List<AttemptRun> attempts,
        List<TaskRun> iterations,
        @Nullable JobRun job,
        @Nullable String value,
        @Nullable Problem problem) {

    /**
     * A dependency on another task.
     *
     * @param task its key
     * @param outcome the outcome which that must have, a condition's {@code true} or {@code false}; or null
     */
    public record Edge(String task, @Nullable String outcome) {

        public Edge {
            requireNonNull(task, "task");
        }
    }

    public TaskRun {
        requireNonNull(key, "key");
        requireNonNull(kind, "kind");
        requireNonNull(state, "state");
        requireNonNull(duration, "duration");
        dependsOn = List.copyOf(dependsOn);
        attempts = List.copyOf(attempts);
        iterations = List.copyOf(iterations);
    }

    /** Return the modules that it has run, in order of attempts and iterations. */
    Stream<ModuleRun> moduleRuns() {
        Stream<ModuleRun> own = attempts.stream().flatMap(attempt -> Stream.ofNullable(attempt.run()));
        Stream<ModuleRun> below = Stream.concat(
                iterations.stream().flatMap(TaskRun::moduleRuns),
                Stream.ofNullable(job).flatMap(run -> run.moduleRuns().stream()));
        return Stream.concat(own, below);
    }
}
