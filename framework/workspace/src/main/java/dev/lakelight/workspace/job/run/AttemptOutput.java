package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.ModuleRunJson;
import dev.lakelight.result.Problem;
import dev.lakelight.workspace.api.WireJson;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an attempt has left, as it is kept.
 *
 * @param module that it ran, or null when it ran none
 * @param error why it failed; empty when it did not
 * @param trace of it; empty when there is none
 */
public record AttemptOutput(@Nullable ModuleRun module, String error, String trace) {

    private static final String MODULE = "module";
    private static final String ERROR = "error";
    private static final String TRACE = "trace";

    static @Nullable ObjectNode of(AttemptRun attempt) {
        ObjectNode output = WireJson.mapper().createObjectNode();

        if (attempt.run() != null) {
            output.set(MODULE, tree(ModuleRunJson.write(attempt.run())));
        }

        Problem problem = attempt.problem();

        if (problem != null) {
            output.put(ERROR, problem.message()).put(TRACE, problem.trace());
        }

        return output.isEmpty() ? null : output;
    }

    /** Read what is kept. */
    public static AttemptOutput read(Optional<ObjectNode> kept) {
        JsonNode module =
                kept.map(output -> output.path(MODULE)).orElse(WireJson.mapper().missingNode());
        return new AttemptOutput(
                module.isObject() ? ModuleRunJson.read(module.toString()) : null,
                kept.map(output -> output.path(ERROR).asText()).orElse(""),
                kept.map(output -> output.path(TRACE).asText()).orElse(""));
    }

    private static JsonNode tree(String json) {
        try {
            return WireJson.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a module's run was written as something else than JSON", e);
        }
    }
}
