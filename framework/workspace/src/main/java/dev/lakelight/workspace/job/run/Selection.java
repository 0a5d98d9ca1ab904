package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tasks that {@code only} of a run asks for: {@code t} alone, {@code +t} with all before it, {@code t+} with all behind it. */
public final class Selection {

    private static final String ONLY = "only";

    private final Map<String, Set<String>> before = new LinkedHashMap<>();

    private Selection(JsonNode settings) {
        for (JsonNode task : settings.path("tasks")) {
            Set<String> keys = new LinkedHashSet<>();
            task.path("depends_on")
                    .forEach(each -> keys.add(each.path("task_key").asText()));
            before.put(task.path("task_key").asText(), keys);
        }
    }

    /** Return settings with the wanted tasks only; they do not wait for the others. All tasks are wanted when nothing is said. */
    public static ObjectNode of(ObjectNode settings, JsonNode parameters) {
        if (!parameters.path(ONLY).isArray() || parameters.path(ONLY).isEmpty()) {
            return settings;
        }

        Set<String> wanted = new TreeSet<>();
        Selection selection = new Selection(settings);
        parameters.path(ONLY).forEach(each -> wanted.addAll(selection.keys(each.asText())));
        ObjectNode copy = settings.deepCopy();
        ArrayNode tasks = copy.putArray("tasks");
        settings.path("tasks").forEach(task -> {
            if (wanted.contains(task.path("task_key").asText())) {
                tasks.add(within(task.deepCopy(), wanted));
            }
        });
        return copy;
    }

    /** Return the tasks that depend on some, directly or not, without themselves. */
    public static Set<String> behind(JsonNode settings, Set<String> keys) {
        Selection selection = new Selection(settings);
        Set<String> found = new LinkedHashSet<>();
        keys.forEach(key -> found.addAll(selection.behind(key)));
        found.removeAll(keys);
        return found;
    }

    private static JsonNode within(JsonNode task, Set<String> wanted) {
        if (task.get("depends_on") instanceof ArrayNode edges) {
            for (int i = edges.size() - 1; i >= 0; i--) {
                if (!wanted.contains(edges.get(i).path("task_key").asText())) {
                    edges.remove(i);
                }
            }
        }

        return task;
    }

    private Set<String> keys(String pattern) {
        String key = pattern.replaceAll("^\\+|\\+$", "");
        Set<String> keys = new LinkedHashSet<>(Set.of(key));

        if (pattern.startsWith("+")) {
            addBefore(key, keys);
        }

        if (pattern.endsWith("+")) {
            keys.addAll(behind(key));
        }

        return keys;
    }

    private void addBefore(String key, Set<String> keys) {
        before.getOrDefault(key, Set.of()).forEach(each -> {
            if (keys.add(each)) {
                addBefore(each, keys);
            }
        });
    }

    private Set<String> behind(String key) {
        Set<String> found = new LinkedHashSet<>(Set.of(key));
        int size;

        do {
            size = found.size();
            before.forEach((task, others) -> {
                if (others.stream().anyMatch(found::contains)) {
                    found.add(task);
                }
            });
        } while (found.size() > size);

        return found;
    }
}
