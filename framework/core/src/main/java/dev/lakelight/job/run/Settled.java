package dev.lakelight.job.run;

import dev.lakelight.result.RunState;
import org.jspecify.annotations.Nullable;

/**
 * A task that has ended, or will not be run.
 *
 * @param state how it ended
 * @param outcome of a condition, or null
 */
record Settled(RunState state, @Nullable String outcome) {

    static Settled as(RunState state) {
        return new Settled(state, null);
    }
}
