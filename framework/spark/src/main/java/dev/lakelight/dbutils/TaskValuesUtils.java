package dev.lakelight.dbutils;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.problem.UserError;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

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
            scope.set(key, JSON.writeValueAsString(JavaValues.of(value)));
        } catch (JsonProcessingException e) {
            throw new UserError(
                    "The task value '%s' cannot be written as JSON: %s. Pass text, numbers, lists or maps of them."
                            .formatted(key, e.getOriginalMessage()),
                    e);
        }
    }

    /** Set a value that is JSON already. Outside of a job nothing happens. */
    public void setJson(String key, String value) {
        scope.set(key, value);
    }

    /** Return a value as JSON, or nothing when the task has not set it. */
    public Seq<String> getJson(String taskKey, String key) {
        List<String> found = scope.find(taskKey, key).map(List::of).orElse(List.of());
        return CollectionConverters.asScala(found).toSeq();
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
     *
     * @throws UserError outside of a job, when that is null
     */
    public @Nullable Object get(String taskKey, String key, @Nullable Object otherwise, @Nullable Object debugValue) {
        if (scope.inJob()) {
            return get(taskKey, key, otherwise);
        }

        return Optional.ofNullable(debugValue).orElseThrow(() -> missing(taskKey, key));
    }

    /** Return a value as the official Scala API asks for it. */
    public @Nullable Object get(String taskKey, String key, Option<Object> defaultValue, Option<Object> debugValue) {
        if (scope.inJob()) {
            return defaultValue.isEmpty() ? get(taskKey, key) : get(taskKey, key, defaultValue.get());
        }

        return debugValue.isEmpty() ? get(taskKey, key) : debugValue.get();
    }

    /** Print what there is. */
    public void help() {
        CellPrinter.help("jobs.taskValues", TaskValuesUtils.class);
    }

    /** Print what a method takes. */
    public void help(String method) {
        CellPrinter.help("jobs.taskValues", TaskValuesUtils.class, method);
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
