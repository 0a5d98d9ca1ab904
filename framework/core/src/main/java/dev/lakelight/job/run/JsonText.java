package dev.lakelight.job.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.problem.UserError;
import java.util.ArrayList;
import java.util.List;

/** JSON values as jobs pass them on. */
final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonText() {}

    /** Return the content of a JSON string, or other JSON as it is. */
    static String plain(String json) {
        try {
            return plain(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    static String plain(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /**
     * Return the elements of an array.
     *
     * @throws UserError when the text is none
     */
    static List<JsonNode> array(String text) {
        try {
            JsonNode found = JSON.readTree(text);

            if (found.isArray()) {
                List<JsonNode> elements = new ArrayList<>();
                found.forEach(elements::add);
                return elements;
            }
        } catch (JsonProcessingException e) {
            throw new UserError(noArray(text), e);
        }

        throw new UserError(noArray(text));
    }

    private static String noArray(String text) {
        return "'inputs' of the for_each_task is no JSON array but: %s. Write it such as [\"a\", \"b\"]."
                .formatted(text);
    }
}
