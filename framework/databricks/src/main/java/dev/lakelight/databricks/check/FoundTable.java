package dev.lakelight.databricks.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check has found of a table.
 *
 * @param columns names in order; empty when there is no such table
 * @param types of the columns, as the engine writes them
 * @param want types that the expected columns should have, in the order of those; empty when any will do
 * @param difference of the rows, or null when none were compared
 * @param count number of rows, or null when they were not counted
 * @param broken number of rows, or keys, that break each rule
 */
record FoundTable(
        List<String> columns,
        List<String> types,
        List<@Nullable String> want,
        @Nullable FoundDifference difference,
        @Nullable Long count,
        List<Long> broken) {

    boolean exists() {
        return !columns.isEmpty();
    }

    /** Return the type of a column, or null when there is no such column. */
    @Nullable
    String typeOf(String column) {
        for (int i = 0; i < columns.size() && i < types.size(); i++) {
            if (columns.get(i).equals(column)) {
                return types.get(i);
            }
        }

        return null;
    }
}
