package dev.lakelight.databricks.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.databricks.check.FoundDifference.FoundRow;
import dev.lakelight.databricks.sql.CheckNotebook;
import dev.lakelight.problem.EnvironmentError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that a check ends with. What is not as it should be is an error: nothing is taken for equal. */
final class FoundTables {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private FoundTables() {}

    /**
     * Read what was found.
     *
     * @param tables how many tables were looked at
     * @throws EnvironmentError when the text is not of this version, or cut
     */
    static List<FoundTable> read(String text, int tables) {
        try {
            JsonNode root = JSON.readTree(text);

            if (root.path("lakelight").asInt() != CheckNotebook.VERSION) {
                throw unreadable("it is not of version " + CheckNotebook.VERSION);
            }

            List<FoundTable> found = list(required(root, "tables"), FoundTables::table);

            if (found.size() != tables) {
                throw unreadable("it tells of %d tables instead of %d".formatted(found.size(), tables));
            }

            return found;
        } catch (JsonProcessingException e) {
            throw unreadable(e.getOriginalMessage());
        }
    }

    private static FoundTable table(JsonNode node) {
        JsonNode difference = node.path("difference");
        JsonNode facts = node.path("facts");
        return new FoundTable(
                list(required(node, "columns"), JsonNode::asText),
                list(required(node, "types"), JsonNode::asText),
                texts(node.path("want")),
                difference.isObject() ? difference(difference) : null,
                facts.isObject() ? Long.valueOf(number(facts, "count")) : null,
                facts.isObject() ? list(required(facts, "rules"), JsonNode::longValue) : List.of());
    }

    private static FoundDifference difference(JsonNode node) {
        return new FoundDifference(
                number(node, "missing"),
                number(node, "unexpected"),
                number(node, "changed"),
                list(required(node, "rows"), row -> new FoundRow(number(row, "n"), texts(required(row, "cells")))));
    }

    private static List<@Nullable String> texts(JsonNode array) {
        List<@Nullable String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.isNull() ? null : text.asText()));
        return texts;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        List<T> list = new ArrayList<>();
        array.forEach(element -> list.add(reader.apply(element)));
        return list;
    }

    private static long number(JsonNode node, String name) {
        JsonNode number = required(node, name);

        if (!number.isIntegralNumber()) {
            throw unreadable("'%s' is not a number".formatted(name));
        }

        return number.longValue();
    }

    private static JsonNode required(JsonNode node, String name) {
        if (!node.hasNonNull(name)) {
            throw unreadable("it has no '%s'".formatted(name));
        }

        return node.get(name);
    }

    private static EnvironmentError unreadable(String why) {
        return new EnvironmentError("What the check has found cannot be read: %s.".formatted(why));
    }
}
