package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.result.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a table must look like. Everything that is given must hold.
 *
 * @param table {@code schema.table} or {@code catalog.schema.table}
 * @param presence whether it must exist at all; when absent, nothing else is given
 * @param rows the rows it must have, or null when any will do
 * @param schema columns and types that it must have as Spark DDL, those of the expected rows too, or null when any will do
 * @param key columns by which rows are paired in differences; empty for none
 * @param order whether the order of rows counts
 * @param comparison how rows are compared
 * @param count number of rows, or null when any will do
 * @param commits number of Delta commits that the run added to it, or null when any will do
 * @param rules what must be true of it whatever its rows are
 * @param source where it is declared
 */
public record TableExpectation(
        String table,
        Presence presence,
        @Nullable Source rows,
        @Nullable String schema,
        List<String> key,
        RowOrder order,
        ComparisonSpec comparison,
        @Nullable Long count,
        @Nullable Integer commits,
        TableRules rules,
        SourceLocation source) {

    /** Whether a table must exist. */
    public enum Presence {
        PRESENT,
        ABSENT
    }

    /** Whether the order of rows counts. */
    public enum RowOrder {
        ANY,
        AS_GIVEN
    }

    /** Create an expectation without rules. */
    public TableExpectation(
            String table,
            Presence presence,
            @Nullable Source rows,
            @Nullable String schema,
            List<String> key,
            RowOrder order,
            ComparisonSpec comparison,
            @Nullable Long count,
            @Nullable Integer commits,
            SourceLocation source) {
        this(table, presence, rows, schema, key, order, comparison, count, commits, TableRules.NONE, source);
    }

    public TableExpectation {
        requireNonNull(rules, "rules");
        requireNonNull(table, "table");
        requireNonNull(presence, "presence");
        requireNonNull(order, "order");
        requireNonNull(comparison, "comparison");
        requireNonNull(source, "source");
        key = List.copyOf(key);
    }
}
