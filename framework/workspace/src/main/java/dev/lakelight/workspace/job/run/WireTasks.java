package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks of settings, as they are on the wire: also those within for-each tasks, whose keys are others. */
public final class WireTasks {

    private static final Set<String> RUN_MODULES =
            Set.of("notebook_task", "spark_jar_task", "spark_python_task", "sql_task");

    private final Map<String, JsonNode> byKey = new LinkedHashMap<>();
    private final Map<String, String> outer = new LinkedHashMap<>();

    private WireTasks() {}

    /** Read the field {@code tasks}. */
    public static WireTasks of(JsonNode settings) {
        WireTasks tasks = new WireTasks();

        for (JsonNode task : settings.path("tasks")) {
            String key = task.path("task_key").asText();
            JsonNode inner = task.path("for_each_task").path("task");
            tasks.byKey.put(key, task);

            if (inner.isObject()) {
                tasks.byKey.put(inner.path("task_key").asText(), inner);
                tasks.outer.put(inner.path("task_key").asText(), key);
            }
        }

        return tasks;
    }

    /** Return a task by its key. */
    public Optional<JsonNode> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Return the key of the for-each task that a task is within, or null. */
    public @Nullable String outer(String key) {
        return outer.get(key);
    }

    /** Return the keys of the tasks that are within none. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>(byKey.keySet());
        keys.removeAll(outer.keySet());
        return keys;
    }

    /** Return whether a task runs something on a cluster. */
    boolean runsModule(String key) {
        JsonNode task = byKey.get(key);
        return task != null && RUN_MODULES.stream().anyMatch(task::has);
    }
}
