package dev.lakelight.dbutils;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.problem.UserError;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code dbutils.jobs.taskValues}. Values are text, numbers, booleans, lists and maps of those; they are kept as JSON, so that an
 * {@code int} comes back as an {@link Integer} and a list as a {@link java.util.List}.
 */
public final class TaskValuesUtils {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TaskValueScope scope;

    TaskValuesUtils(TaskValueScope scope) {
        this.scope = scope;
    }

    /**
     * Set a value for tasks that come later. Outside of a job nothing happens.
     *
     * @throws UserError when the value cannot be written as JSON, or is longer than 48 KiB then
     */
    public void set(String key, @Nullable Object value) {
        try {
            scope.set(key, JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new UserError(
                    "The task value '%s' cannot be written as JSON: %s. Pass text, numbers, lists or maps of them."
                            .formatted(key, e.getOriginalMessage()),
                    e);
        }
    }

    /**
     * Return a value that a task has set.
     *
     * @throws UserError when there is none
     */
    public @Nullable Object get(String taskKey, String key) {
        return find(taskKey, key).orElseThrow(() -> missing(taskKey, key)).value();
    }

    /** Return a value that a task has set, or this one when there is none. */
    public @Nullable Object get(String taskKey, String key, @Nullable Object otherwise) {
        return find(taskKey, key).map(Found::value).orElse(otherwise);
    }

    /**
     * Return a value that a task has set. In a job, {@code otherwise} stands for one that is missing; outside of a job
     * {@code debugValue} is returned.
     */
    public @Nullable Object get(String taskKey, String key, @Nullable Object otherwise, @Nullable Object debugValue) {
        return scope.inJob() ? get(taskKey, key, otherwise) : debugValue;
    }

    private Optional<Found> find(String taskKey, String key) {
        return scope.find(taskKey, key).map(TaskValuesUtils::read);
    }

    private static Found read(String json) {
        try {
            return new Found(JSON.readValue(json, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task value is no JSON: " + json, e);
        }
    }

    private UserError missing(String taskKey, String key) {
        String reason = scope.inJob()
                ? "the task '%s' has not set it. Set it there, let the task '%s' depend on it, or pass a default."
                        .formatted(taskKey, scope.task())
                : "the notebook is not run by a job. Pass a default and a debugValue.";
        return new UserError("There is no task value '%s' of the task '%s': %s".formatted(key, taskKey, reason));
    }

    /** A value, which may be null. */
    private record Found(@Nullable Object value) {}
}
