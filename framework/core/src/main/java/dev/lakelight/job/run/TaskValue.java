package dev.lakelight.job.run;

import static java.util.Objects.requireNonNull;

/**
 * A value that a task has set for others.
 *
 * @param task key of the task
 * @param key of the value
 * @param json the value
 */
public record TaskValue(String task, String key, String json) {

    public TaskValue {
        requireNonNull(task, "task");
        requireNonNull(key, "key");
        requireNonNull(json, "json");
    }
}
