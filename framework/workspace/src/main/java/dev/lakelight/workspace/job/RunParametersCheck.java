package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.Job;
import dev.lakelight.problem.UserError;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.run.RunParameters;
import dev.lakelight.workspace.job.run.WireTasks;
import java.util.List;

/** Reads what a run is given in place of what its job has. */
final class RunParametersCheck {

    private static final int MOST_BYTES = 10_000;
    private static final List<String> MAPS =
            List.of("job_parameters", "notebook_params", "python_named_params", "sql_params");
    private static final List<String> LISTS =
            List.of("jar_params", "python_params", "spark_submit_params", "dbt_commands", "only");

    private RunParametersCheck() {}

    /**
     * Read them from a request.
     *
     * @param job that they are for
     * @throws dev.lakelight.workspace.api.ApiException when they cannot be meant
     */
    static ObjectNode read(Parameters request, JsonNode settings, Job job) {
        ObjectNode found = WireJson.mapper().createObjectNode();
        MAPS.forEach(field -> request.object(field).ifPresent(map -> found.set(field, texts(field, map.values()))));
        LISTS.stream().filter(request::has).forEach(field -> {
            var list = found.putArray(field);
            request.texts(field).forEach(list::add);
        });
        found.properties().forEach(entry -> requireShort(entry.getKey(), entry.getValue()));

        if (found.has("notebook_params") && found.has("jar_params")) {
            throw ApiErrors.invalid("notebook_params and jar_params cannot be given together.");
        }

        requireKnown(found, settings, job);
        return found;
    }

    private static ObjectNode texts(String field, ObjectNode map) {
        ObjectNode texts = map.objectNode();
        map.properties().forEach(entry -> {
            if (entry.getValue().isContainerNode()) {
                throw ApiErrors.wrongType(field + "." + entry.getKey(), "a text");
            }

            texts.put(entry.getKey(), entry.getValue().asText());
        });
        return texts;
    }

    private static void requireShort(String field, JsonNode value) {
        if (WireJson.bytes(value).length > MOST_BYTES) {
            throw ApiErrors.invalid("%s has more than %d bytes as JSON.".formatted(field, MOST_BYTES));
        }
    }

    private static void requireKnown(ObjectNode found, JsonNode settings, Job job) {
        List<String> keys = WireTasks.of(settings).keys();
        found.path("only").forEach(each -> {
            String key = each.asText().replaceAll("^\\+|\\+$", "");

            if (!keys.contains(key)) {
                throw ApiErrors.invalid(
                        "'only' names the task '%s', but the job has: %s.".formatted(key, String.join(", ", keys)));
            }
        });

        try {
            var unused = job.parametersWith(RunParameters.ofJob(found));
        } catch (UserError e) {
            throw ApiErrors.invalid(String.valueOf(e.getMessage()));
        }
    }
}
