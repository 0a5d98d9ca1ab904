package dev.lakelight.lake;

import dev.lakelight.table.TableRows;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** What a table is seeded with: rows in memory, or rows that Spark computes. */
final class SeedContent {

    /** One file means one task to write it, and one to read it. */
    private static final int MOST_ROWS_OF_A_FILE = 10_000;

    private final @Nullable TableRows rows;
    private final Supplier<Dataset<Row>> dataset;

    private SeedContent(@Nullable TableRows rows, Supplier<Dataset<Row>> dataset) {
        this.rows = rows;
        this.dataset = dataset;
    }

    static SeedContent of(Dataset<Row> rows) {
        return new SeedContent(null, () -> rows);
    }

    /** Take rows that a session can compute with, should it have to. */
    static SeedContent of(TableRows rows, SparkSession session) {
        return new SeedContent(rows, () -> dataset(rows, session));
    }

    private static Dataset<Row> dataset(TableRows rows, SparkSession session) {
        Dataset<Row> dataset = session.createDataFrame(rows.rows(), rows.schema());
        return isFew(rows) ? dataset.coalesce(1) : dataset;
    }

    private static boolean isFew(TableRows rows) {
        return rows.rows().size() <= MOST_ROWS_OF_A_FILE;
    }

    /** Return these columns of it. */
    SeedContent columns(List<String> names) {
        return of(dataset().select(names.stream().map(SeedContent::column).toArray(Column[]::new)));
    }

    Dataset<Row> dataset() {
        return dataset.get();
    }

    /** Return the rows if they are in memory, and few. */
    Optional<TableRows> fewRows() {
        return Optional.ofNullable(rows).filter(SeedContent::isFew);
    }

    static Column column(String name) {
        return functions.col("`" + name.replace("`", "``") + "`");
    }
}
