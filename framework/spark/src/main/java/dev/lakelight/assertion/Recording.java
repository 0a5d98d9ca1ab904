package dev.lakelight.assertion;

import dev.lakelight.lake.Lake;
import dev.lakelight.problem.UserError;
import dev.lakelight.table.DataFile;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.RowOrdering;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;

/**
 * Writes the expected rows of a file, when the property {@code lakelight.record} says so.
 *
 * @param file to write
 * @param sortedBy columns that rows are sorted by before all others; null when they are to stay in their order
 * @param placeholders whether expected rows may have some, which are kept
 */
record Recording(DataFile file, @Nullable List<String> sortedBy, boolean placeholders) {

    private static final String PROPERTY = "lakelight.record";
    private static final int MOST_ROWS = 100_000;

    /** Compare, and let a difference be; when recording, write the file and forget the difference. */
    void ofDifference(SparkSession session, Runnable comparison, Supplier<Dataset<Row>> rows) {
        if (!isOn(session)) {
            comparison.run();
            return;
        }

        try {
            comparison.run();
        } catch (TableDifferenceError | UserError different) {
            record(rows.get(), comparison);
        }
    }

    /** A lake can be told by itself, as its other settings are. */
    private static boolean isOn(SparkSession session) {
        return Boolean.getBoolean(PROPERTY)
                || session.conf().getOption("spark." + PROPERTY).contains("true");
    }

    /** First in the columns that the file has; where that does not do, in all. */
    private void record(Dataset<Row> rows, Runnable comparison) {
        List<Row> some = sorted(rows).limit(MOST_ROWS + 1).collectAsList();

        if (some.size() > MOST_ROWS) {
            throw new UserError("%s is not recorded: the table has more than %d rows. Expect fewer, or aggregate them."
                    .formatted(file.name(), MOST_ROWS));
        }

        Lake.of(rows.sparkSession()).ifPresent(lake -> RecordedFiles.add(lake, file.name()));
        RecordedFile recorded = RecordedFile.of(file, rows, placeholders ? keyColumns() : null);

        try {
            recorded.write(some, recorded.ownColumns());
            comparison.run();
        } catch (TableDifferenceError | UserError different) {
            recorded.write(some, recorded.allColumns());
            verify(comparison);
        }
    }

    private List<String> keyColumns() {
        return sortedBy == null ? List.of() : sortedBy;
    }

    private void verify(Runnable comparison) {
        try {
            comparison.run();
        } catch (TableDifferenceError | UserError different) {
            throw new UserError(
                    "%s was recorded, but does not say what the table holds. Expect other columns or another schema. %s"
                            .formatted(file.name(), different.getMessage()),
                    different);
        }
    }

    /** Maps have no order; rows that differ in nothing else may come in any. */
    private Dataset<Row> sorted(Dataset<Row> rows) {
        if (sortedBy == null) {
            return rows;
        }

        Stream<String> others = Arrays.stream(rows.schema().fields())
                .filter(field -> RowOrdering.isOrderable(field.dataType()))
                .map(StructField::name)
                .filter(name -> !sortedBy.contains(name));
        Column[] order = Stream.concat(sortedBy.stream(), others)
                .map(name -> rows.col("`%s`".formatted(name.replace("`", "``"))))
                .toArray(Column[]::new);
        return rows.sort(order);
    }
}
