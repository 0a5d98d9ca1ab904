package dev.lakelight.databricks.rows;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads JSON: an object for each row, one after another or in an array. Columns are those of all rows together. */
final class JsonRows {

    /** Numbers keep the zeros that they are written with. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private JsonRows() {}

    static TextRows read(Path file, String name) {
        List<JsonNode> objects = objects(file, name);
        Set<String> columns = new LinkedHashSet<>();
        objects.forEach(object -> object.fieldNames().forEachRemaining(columns::add));

        if (columns.isEmpty()) {
            throw new NotRemoteException("%s has no rows, which would tell its columns".formatted(name));
        }

        List<List<@Nullable String>> rows = new ArrayList<>();
        objects.forEach(object -> rows.add(row(object, columns)));
        return new TextRows(List.copyOf(columns), List.of(), rows);
    }

    private static List<JsonNode> objects(Path file, String name) {
        List<JsonNode> objects = new ArrayList<>();

        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(Files.readString(file))) {
            values.forEachRemaining(value -> {
                if (value.isArray()) {
                    value.forEach(objects::add);
                } else {
                    objects.add(value);
                }
            });
        } catch (IOException | RuntimeException e) {
            throw new UserError("%s cannot be read as JSON: %s".formatted(name, e.getMessage()), e);
        }

        if (!objects.stream().allMatch(JsonNode::isObject)) {
            throw new UserError("%s holds something that is not a row: each row is a JSON object.".formatted(name));
        }

        return objects;
    }

    private static List<@Nullable String> row(JsonNode object, Set<String> columns) {
        List<@Nullable String> row = new ArrayList<>();
        columns.forEach(column -> row.add(text(object.get(column))));
        return row;
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }

        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }

        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
