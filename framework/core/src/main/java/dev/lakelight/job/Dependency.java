package dev.lakelight.job;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What a task waits for.
 *
 * @param task key of the other task
 * @param outcome which a condition must have, {@code true} or {@code false}; null for any
 */
public record Dependency(String task, @Nullable String outcome) {

    public Dependency {
        requireNonNull(task, "task");
    }
}
