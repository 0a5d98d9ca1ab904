package dev.lakelight.databricks.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.scenario.SchemaColumns.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are written out in a scenario, as text.
 *
 * @param inline as they are written
 */
record InlineText(InlineRows inline) {

    private static final ObjectMapper JSON = new ObjectMapper();

    TextRows typed(List<Column> schema) {
        List<String> columns =
                inline.columns().isEmpty() ? schema.stream().map(Column::name).toList() : inline.columns();

        if (columns.isEmpty()) {
            throw new NotRemoteException(
                    "inline rows without names of columns need a schema, because this machine does not see the table");
        }

        List<List<@Nullable String>> rows = new ArrayList<>();
        inline.rows().forEach(row -> rows.add(texts(row, columns)));
        return new TextRows(columns, types(columns, schema), rows);
    }

    private static List<String> types(List<String> columns, List<Column> schema) {
        return schema.isEmpty()
                ? List.of()
                : columns.stream().map(column -> type(column, schema)).toList();
    }

    private static String type(String column, List<Column> schema) {
        return schema.stream()
                .filter(each -> each.name().equals(column))
                .map(Column::type)
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "The inline rows have a column '%s', which is not in their schema.".formatted(column)));
    }

    private List<@Nullable String> texts(List<@Nullable Object> row, List<String> columns) {
        if (row.size() != columns.size()) {
            throw new UserError("%sA row has %d values for %d columns: %s."
                    .formatted(place(row), row.size(), columns.size(), String.join(", ", columns)));
        }

        List<@Nullable String> texts = new ArrayList<>();
        row.forEach(value -> texts.add(text(value)));
        return texts;
    }

    private String place(List<@Nullable Object> row) {
        int number = inline.rows().indexOf(row);
        return number < inline.places().size() ? inline.places().get(number) + ": " : "";
    }

    static @Nullable String text(@Nullable Object value) {
        if (value == null) {
            return null;
        }

        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }

        return value instanceof List || value instanceof Map ? json(value) : value.toString();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UserError("A nested value cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }
}
