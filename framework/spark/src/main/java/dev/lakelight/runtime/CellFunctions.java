package dev.lakelight.runtime;

import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** The functions that Java and Scala cells can call without import. What cannot be shown never fails a run. */
public final class CellFunctions {

    private CellFunctions() {}

    /**
     * Show a value as the output of the cell: of a {@link Dataset} its columns and first rows, of a stream its columns, of listed
     * files a table, of anything else its text. What a query fails with is thrown, as on Databricks.
     */
    public static void display(@Nullable Object value) {
        CellOutput.current().ifPresent(output -> show(value, output));
    }

    private static void show(@Nullable Object value, CellOutput output) {
        if (value instanceof Dataset<?> rows) {
            output.show(rows.isStreaming() ? TableSamples.columnsOf(rows) : TableSamples.of(rows));
        } else if (FileTable.isListing(items(value))) {
            output.show(FileTable.ofListing(items(value)));
        } else {
            output.println(textOf(value));
        }
    }

    private static String textOf(@Nullable Object value) {
        try {
            return String.valueOf(value);
        } catch (RuntimeException e) {
            return "(its text cannot be had: toString() threw %s)".formatted(e);
        }
    }

    private static Collection<?> items(@Nullable Object value) {
        if (value instanceof scala.collection.Iterable<?> items) {
            return CollectionConverters.asJavaCollection(items);
        }

        return value instanceof Collection<?> items ? items : List.of();
    }

    /** Record a piece of HTML as text of the cell. */
    public static void displayHTML(@Nullable String html) {
        CellOutput.current().ifPresent(output -> output.println(String.valueOf(html)));
    }
}
