package dev.lakelight.table;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of a table, in memory.
 *
 * @param schema names and types of the columns, in the order of the rows' values
 * @param rows the rows, in order; values are Spark's external ones, dates and times those of {@code java.time}
 */
public record TableRows(StructType schema, List<Row> rows) {

    public TableRows {
        requireNonNull(schema, "schema");
        rows = List.copyOf(rows);
    }
}
