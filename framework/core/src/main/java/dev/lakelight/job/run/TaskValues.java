package dev.lakelight.job.run;

import dev.lakelight.problem.UserError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The values that tasks of one job run set for others, as JSON. Thread-safe. */
public final class TaskValues {

    /** A value may have this many bytes of JSON at most, as on Databricks: 48 KiB. */
    public static final int MOST_BYTES = 48 * 1024;

    private final Map<Name, String> values = new ConcurrentHashMap<>();

    /** Create an empty store. */
    public TaskValues() {}

    /**
     * Set a value.
     *
     * @throws UserError when it is too long
     */
    public void set(String task, String key, String json) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;

        if (bytes > MOST_BYTES) {
            throw new UserError(
                    "The task value '%s' of the task '%s' has %d bytes as JSON, but %d are the most. Put it into a table and pass its name."
                            .formatted(key, task, bytes, MOST_BYTES));
        }

        values.put(new Name(task, key), json);
    }

    /** Return a value as JSON, or nothing when the task has not set it. */
    public Optional<String> find(String task, String key) {
        return Optional.ofNullable(values.get(new Name(task, key)));
    }

    /** Return all that is set, in no order. */
    public List<TaskValue> all() {
        return values.entrySet().stream()
                .map(entry ->
                        new TaskValue(entry.getKey().task(), entry.getKey().key(), entry.getValue()))
                .toList();
    }

    private record Name(String task, String key) {}
}
