package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a task.
 *
 * @param number 1 for the first
 * @param state how it ended
 * @param startedAt when it began
 * @param duration wall time
 * @param run the module that it ran, or null when it ran none
 * @param problem why it did not succeed, or null
 */
public record AttemptRun(
        int number,
        RunState state,
        Instant startedAt,
        Duration duration,
        @Nullable ModuleRun run,
        @Nullable Problem problem) {

    public AttemptRun {
        requireNonNull(state, "state");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(duration, "duration");
    }
}
