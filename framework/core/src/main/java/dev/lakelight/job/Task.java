package dev.lakelight.job;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import java.time.Duration;
import java.util.List;

/**
 * A step of a job.
 *
 * @param key unique in its job
 * @param source where it is declared
 * @param action what it does
 * @param dependsOn what it waits for
 * @param runIf which results of those let it run
 * @param retries whether it is tried again
 * @param timeout how long an attempt may take; zero for as long as it likes
 * @param disabled whether it is switched off
 */
public record Task(
        String key,
        SourceLocation source,
        TaskAction action,
        List<Dependency> dependsOn,
        RunIf runIf,
        Retries retries,
        Duration timeout,
        boolean disabled) {

    public Task {
        requireNonNull(key, "key");
        requireNonNull(source, "source");
        requireNonNull(action, "action");
        requireNonNull(runIf, "runIf");
        requireNonNull(retries, "retries");
        requireNonNull(timeout, "timeout");
        dependsOn = List.copyOf(dependsOn);
    }

    /** Return the same task under another key, as one that waits for nothing. */
    public Task named(String other) {
        return new Task(other, source, action, List.of(), RunIf.ALL_SUCCESS, retries, timeout, disabled);
    }
}
