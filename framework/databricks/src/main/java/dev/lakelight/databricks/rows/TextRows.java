package dev.lakelight.databricks.rows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as text. The engine gives them their types: nested values are JSON.
 *
 * @param columns names, in order
 * @param types as Spark's DDL has them, one for each column, or none at all: those of the table then
 * @param rows each with one value for each column; null is a SQL NULL
 */
public record TextRows(List<String> columns, List<String> types, List<List<@Nullable String>> rows) {

    public TextRows {
        columns = List.copyOf(columns);
        types = List.copyOf(types);
        rows = rows.stream().map(TextRows::copyWithNulls).toList();

        if (!types.isEmpty() && types.size() != columns.size()) {
            throw new IllegalArgumentException("a type for each column, or none");
        }
    }

    /** Return whether the types are known. */
    public boolean areTyped() {
        return !types.isEmpty();
    }

    /** Return how many characters all values have. */
    public long size() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToLong(value -> value == null ? 0 : value.length())
                .sum();
    }

    private static List<@Nullable String> copyWithNulls(List<@Nullable String> row) {
        return Collections.unmodifiableList(new ArrayList<>(row));
    }
}
