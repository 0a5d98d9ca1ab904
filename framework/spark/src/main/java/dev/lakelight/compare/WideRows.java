package dev.lakelight.compare;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;

import dev.lakelight.compare.plan.PackedRows;
import dev.lakelight.compare.plan.RowColumns;
import dev.lakelight.compare.plan.RowPacking;
import dev.lakelight.compare.plan.UnbalancedRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Brings rows of many columns to the driver, as bytes: it is the columns that cost, not the rows. */
final class WideRows {

    private static final Column BYTES = col(RowColumns.BYTES);
    private static final Column ROW = col(RowColumns.ROW);

    private WideRows() {}

    /** Return whether a dataset has many columns, and a session that knows rows as bytes. */
    static boolean isOne(Dataset<Row> rows) {
        return rows.schema().size() >= ComparisonSettings.MANY_COLUMNS
                && UnbalancedRows.areKnownTo(rows.sparkSession());
    }

    /** Return all rows, or nothing where there are more than {@code limit} or they are large. */
    static Optional<List<Row>> few(Dataset<Row> rows, int limit) {
        if (limit < 1) {
            return Optional.empty();
        }

        return ComparisonSettings.applyToFewRows(
                rows.sparkSession(), rows.schema().size(), () -> {
                    Dataset<Row> packed = PackedRows.of(rows.limit(limit + 1), RowPacking.plain());
                    Column small = when(BYTES.leq(RowBytes.MOST / (limit + 1)), ROW);
                    List<Row> found = packed.select(BYTES, small).collectAsList();

                    if (found.size() > limit || bytes(found) > RowBytes.MOST) {
                        return Optional.empty();
                    }

                    boolean areSmall = found.stream().noneMatch(row -> row.isNullAt(1));
                    PackedRow reader = PackedRow.of(rows);
                    return Optional.of((areSmall
                                    ? found
                                    : packed.select(BYTES, ROW).collectAsList())
                            .stream().map(row -> reader.row(row.getAs(1))).toList());
                });
    }

    private static long bytes(List<Row> rows) {
        return rows.stream().mapToLong(row -> row.getLong(0)).sum();
    }
}
