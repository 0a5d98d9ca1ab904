package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts what a run was given in place of what the tasks of its job have, as {@code run-now} does. */
public final class RunParameters {

    private static final String PARAMETERS = "parameters";

    private final JsonNode given;

    private RunParameters(JsonNode given) {
        this.given = given;
    }

    /** Return settings with parameters in their place; the settings stay as they are. */
    public static ObjectNode applied(ObjectNode settings, JsonNode given) {
        ObjectNode copy = settings.deepCopy();
        RunParameters parameters = new RunParameters(given);
        copy.path("tasks").forEach(parameters::apply);
        return copy;
    }

    /** Return the values of job parameters that a run was given. */
    public static Map<String, String> ofJob(JsonNode given) {
        Map<String, String> values = new LinkedHashMap<>();
        given.path("job_parameters")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asText()));
        return values;
    }

    private void apply(JsonNode task) {
        merge(task, "notebook_task", "base_parameters", "notebook_params");
        merge(task, "sql_task", PARAMETERS, "sql_params");
        replace(task, "spark_jar_task", "jar_params");
        replace(task, "spark_python_task", "python_params");
        JsonNode inner = task.path("for_each_task").path("task");

        if (inner.isObject()) {
            apply(inner);
        }
    }

    private void merge(JsonNode task, String kind, String field, String params) {
        Optional<ObjectNode> details = details(task, kind);

        if (details.isPresent() && given.path(params).isObject()) {
            ObjectNode all = details.get().path(field).isObject()
                    ? (ObjectNode) details.get().path(field)
                    : details.get().putObject(field);
            all.setAll((ObjectNode) given.path(params));
        }
    }

    private void replace(JsonNode task, String kind, String params) {
        Optional<ObjectNode> details = details(task, kind);

        if (details.isPresent() && given.path(params).isArray()) {
            details.get().set(PARAMETERS, given.path(params));
        }
    }

    private static Optional<ObjectNode> details(JsonNode task, String kind) {
        return task.get(kind) instanceof ObjectNode found ? Optional.of(found) : Optional.empty();
    }
}
