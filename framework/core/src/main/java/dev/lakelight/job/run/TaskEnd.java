package dev.lakelight.job.run;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.ModuleRun;

/**
 * How an attempt ended.
 *
 * @param run the module run, succeeded or not
 */
public record TaskEnd(ModuleRun run) {

    public TaskEnd {
        requireNonNull(run, "run");
    }
}
