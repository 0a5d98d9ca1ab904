package dev.lakelight.runtime;

import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;

/** The functions that Java and Scala cells can call without import. What cannot be shown never fails a run. */
public final class CellFunctions {

    private CellFunctions() {}

    /**
     * Show a value as the output of the cell: of a {@link Dataset} its columns and first rows, of a stream its columns, of anything
     * else its text. What a query fails with is thrown, as on Databricks.
     */
    public static void display(@Nullable Object value) {
        CellOutput.current().ifPresent(output -> show(value, output));
    }

    private static void show(@Nullable Object value, CellOutput output) {
        if (value instanceof Dataset<?> rows) {
            output.show(rows.isStreaming() ? TableSamples.columnsOf(rows) : TableSamples.of(rows));
        } else {
            output.println(String.valueOf(value));
        }
    }

    /** Record a piece of HTML as text of the cell. */
    public static void displayHTML(@Nullable String html) {
        CellOutput.current().ifPresent(output -> output.println(String.valueOf(html)));
    }
}
