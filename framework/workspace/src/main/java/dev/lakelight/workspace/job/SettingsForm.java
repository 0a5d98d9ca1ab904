package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Brings settings that clients send into the form in which they are kept and told, with the defaults that Databricks tells. */
final class SettingsForm {

    private static final String MULTI_TASK = "MULTI_TASK";

    /** Fields of requests that are no settings. */
    private static final List<String> OTHERS = List.of("access_control_list", "job_id", "idempotency_token", "version");

    private SettingsForm() {}

    /** Return the settings of a job to make. */
    static ObjectNode ofJob(ObjectNode sent) {
        ObjectNode settings = formed(sent);
        fill(settings, "name", JsonNodeFactory.instance.textNode("Untitled"));
        fill(settings, "max_concurrent_runs", JsonNodeFactory.instance.numberNode(1));
        return settings;
    }

    /** Return the settings of a job after a change of some of them. */
    static ObjectNode ofChanged(ObjectNode changed) {
        String format = changed.path("format").asText(MULTI_TASK);
        ObjectNode settings = ofJob(changed);
        return settings.path("tasks").size() == 1 ? settings.put("format", format) : settings;
    }

    /** Return the settings of a run that has no job. */
    static ObjectNode ofSubmit(ObjectNode sent) {
        ObjectNode settings = formed(sent);
        String name = settings.path("run_name").asText("Untitled");
        settings.remove("run_name");
        settings.put("name", name);
        return settings;
    }

    private static ObjectNode formed(ObjectNode sent) {
        ObjectNode settings = withoutNulls(sent);
        settings.remove(OTHERS);

        if (SingleTask.isOne(settings)) {
            SingleTask.spread(settings);
        } else {
            settings.put("format", MULTI_TASK);
        }

        fill(settings, "email_notifications", JsonNodeFactory.instance.objectNode());
        fill(settings, "webhook_notifications", JsonNodeFactory.instance.objectNode());
        fill(settings, "timeout_seconds", JsonNodeFactory.instance.numberNode(0));
        boolean isGit = settings.path("git_source").isObject();
        settings.path("tasks").forEach(task -> fillTask(task, isGit));
        return settings;
    }

    private static void fillTask(JsonNode each, boolean isGit) {
        if (!(each instanceof ObjectNode task)) {
            throw ApiErrors.wrongType("tasks", "a list of objects");
        }

        fill(task, "run_if", JsonNodeFactory.instance.textNode("ALL_SUCCESS"));
        fill(task, "timeout_seconds", JsonNodeFactory.instance.numberNode(0));
        fill(task, "email_notifications", JsonNodeFactory.instance.objectNode());

        if (task.get("notebook_task") instanceof ObjectNode notebook) {
            fill(notebook, "source", JsonNodeFactory.instance.textNode(isGit ? "GIT" : "WORKSPACE"));
            named(notebook);
        }

        if (task.path("for_each_task").get("task") instanceof ObjectNode inner) {
            fillTask(inner, isGit);
        }
    }

    /** Some clients send parameters as a list of keys and values, as old versions had it. */
    private static void named(ObjectNode notebook) {
        JsonNode parameters = notebook.path("base_parameters");

        if (parameters.isArray()) {
            ObjectNode named = notebook.objectNode();
            parameters.forEach(pair ->
                    named.put(pair.path("key").asText(), pair.path("value").asText()));
            notebook.set("base_parameters", named);
        }
    }

    private static void fill(ObjectNode object, String field, JsonNode value) {
        if (!object.hasNonNull(field)) {
            object.set(field, value);
        }
    }

    private static ObjectNode withoutNulls(ObjectNode sent) {
        ObjectNode copy = sent.deepCopy();
        removeNulls(copy);
        return copy;
    }

    private static void removeNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> nulls = new ArrayList<>();

            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (entry.getValue().isNull()) {
                    nulls.add(entry.getKey());
                }
            }

            object.remove(nulls);
        }

        node.forEach(SettingsForm::removeNulls);
    }
}
