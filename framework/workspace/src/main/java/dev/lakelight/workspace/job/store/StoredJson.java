package dev.lakelight.workspace.job.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.WireJson;
import java.nio.charset.StandardCharsets;

/** JSON objects in columns of the database. */
final class StoredJson {

    private StoredJson() {}

    static String text(Object value) {
        return new String(WireJson.bytes(value), StandardCharsets.UTF_8);
    }

    static ObjectNode object(String text) {
        try {
            return (ObjectNode) WireJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds something else than JSON: " + text, e);
        }
    }
}
