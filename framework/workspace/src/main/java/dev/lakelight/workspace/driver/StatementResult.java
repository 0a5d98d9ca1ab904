package dev.lakelight.workspace.driver;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a statement.
 *
 * @param rows values as texts
 * @param bytes of all values
 * @param cutBy why there are more rows than these
 */
public record StatementResult(List<Column> columns, List<List<@Nullable String>> rows, long bytes, Cut cutBy) {

    /** What ended the reading of rows. */
    public enum Cut {
        NOTHING,
        ROW_LIMIT,
        BYTE_LIMIT
    }

    /**
     * A column.
     *
     * @param typeText in SQL
     * @param typeName without arguments, in the words of the API
     * @param precision of decimals, or null
     * @param scale of decimals, or null
     */
    public record Column(
            String name,
            String typeText,
            String typeName,
            @Nullable Integer precision,
            @Nullable Integer scale) {}
}
