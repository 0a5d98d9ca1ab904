package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * What a table must look like. Everything that is given must hold.
 *
 * @param table {@code schema.table} or {@code catalog.schema.table}
 * @param presence whether it must exist at all; when absent, nothing else is given
 * @param rows the rows it must have, or null when any will do
 * @param schema columns and types that it must have as Spark DDL, those of the expected rows too, or null when any will do
 * @param count number of rows, or null when any will do
 * @param commits number of Delta commits that the run added to it, or null when any will do
 * @param rules what must be true of it whatever its rows are
 * @param source where it is declared
 */
public record TableExpectation(
        String table,
        Presence presence,
        @Nullable RowsExpectation rows,
        @Nullable String schema,
        @Nullable Long count,
        @Nullable Integer commits,
        TableRules rules,
        SourceLocation source) {

    /** Whether a table must exist. */
    public enum Presence {
        PRESENT,
        ABSENT
    }

    public TableExpectation {
        requireNonNull(rules, "rules");
        requireNonNull(table, "table");
        requireNonNull(presence, "presence");
        requireNonNull(source, "source");
    }
}
