package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes a part of settings: each field is replaced, but tasks and job clusters are replaced or added one by one. */
final class SettingsUpdate {

    private static final Map<String, String> KEYED =
            Map.of("tasks", "task_key", "job_clusters", "job_cluster_key", "environments", "environment_key");

    private SettingsUpdate() {}

    /** Return other settings; those given stay as they are. */
    static ObjectNode applied(ObjectNode settings, ObjectNode changes, List<String> removed) {
        ObjectNode result = settings.deepCopy();
        removed.forEach(field -> remove(result, field));
        ObjectNode spread = changes.deepCopy();

        if (SingleTask.isOne(spread)) {
            SingleTask.spread(spread);
        }

        spread.properties().forEach(entry -> put(result, entry.getKey(), entry.getValue()));
        return result;
    }

    private static void put(ObjectNode settings, String field, JsonNode value) {
        if (KEYED.containsKey(field) && value.isArray() && settings.get(field) instanceof ArrayNode before) {
            settings.set(field, merged(before, value, KEYED.get(field)));
        } else {
            settings.set(field, value);
        }
    }

    private static ArrayNode merged(ArrayNode before, JsonNode changes, String key) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        before.forEach(item -> items.put(item.path(key).asText(), item));
        changes.forEach(item -> items.put(item.path(key).asText(), item));
        return before.arrayNode().addAll(items.values());
    }

    private static void remove(ObjectNode settings, String path) {
        int slash = path.indexOf('/');

        if (slash < 0) {
            settings.remove(path);
            return;
        }

        String field = path.substring(0, slash);
        String key = KEYED.get(field);

        if (key == null) {
            throw ApiErrors.invalid(
                    "fields_to_remove has '%s', but only tasks, job_clusters and environments have parts to remove."
                            .formatted(path));
        }

        if (settings.get(field) instanceof ArrayNode items) {
            String wanted = path.substring(slash + 1);

            for (int i = items.size() - 1; i >= 0; i--) {
                if (items.get(i).path(key).asText().equals(wanted)) {
                    items.remove(i);
                }
            }
        }
    }
}
