package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.TableComparator;
import dev.lakelight.lake.LakeTable;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.table.DataFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Comparisons of anything that has a schema and rows. Tables are compared as {@link TableComparator} describes: exactly, schema
 * first, without regard to the order of rows and columns.
 *
 * @param <SELF> type of the assertion itself
 * @param <ACTUAL> type of what is looked at
 */
public abstract class AbstractRowsAssert<SELF extends AbstractRowsAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractComparingAssert<SELF, ACTUAL> {

    AbstractRowsAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Return where the names of data files are looked up. */
    abstract ProjectFiles projectFiles();

    /** Return the session in which they are. */
    SparkSession session() {
        return rows().sparkSession();
    }

    /**
     * Verify that it has the schema and the rows of a data file. The values of a CSV or JSON file have the types of the actual
     * columns, unless the header of a CSV file gives types of its own with cells such as {@code id:INT}; a Parquet file has its own.
     *
     * <pre>{@code
     * // passes with a file of these lines: id,name / 1,Ann / 2,
     * assertThat(spark.sql("VALUES (1, 'Ann'), (2, NULL) AS t(id, name)")).hasSameRowsAs("expected/customers.csv");
     *
     * // fails: 1 missing
     * assertThat(spark.sql("VALUES (1, 'Ann') AS t(id, name)")).hasSameRowsAs("expected/customers.csv");
     * }</pre>
     *
     * @param file CSV, JSON or Parquet; looked up in the project
     * @throws TableDifferenceError when schema or rows differ
     * @throws UserError when the file is missing or a value is not of its column's type
     */
    public SELF hasSameRowsAs(String file) {
        return compareWithFile(projectFiles().resolve(file), null);
    }

    /**
     * Verify that it has the schema and the rows of a dataset.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.range(3).toDF()).hasSameRowsAs(spark.range(2, -1, -1).toDF());
     *
     * // fails: 1 unexpected
     * assertThat(spark.range(3).toDF()).hasSameRowsAs(spark.range(2).toDF());
     * }</pre>
     *
     * @throws TableDifferenceError when schema or rows differ
     */
    public SELF hasSameRowsAs(Dataset<Row> expected) {
        return compareWith(any -> ComparedTable.of("the expected dataset", expected));
    }

    /**
     * Verify that it has the schema and the rows of a table.
     *
     * <pre>{@code
     * // passes
     * assertThat(lake.table("silver.copy")).hasSameRowsAs(lake.table("silver.original"));
     *
     * // fails
     * assertThat(lake.table("silver.empty")).hasSameRowsAs(lake.table("silver.original"));
     * }</pre>
     *
     * @throws TableDifferenceError when schema or rows differ
     * @throws UserError when the expected table does not exist
     */
    public SELF hasSameRowsAs(LakeTable expected) {
        return compareWith(any -> TableContent.of(expected));
    }

    /**
     * Verify that it has these rows. Rows with a schema must have the actual one; values of others are taken by position and typed
     * by the actual columns, as in data files: {@code "2011-12-09"} will do for a DATE.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.sql("SELECT DATE'2011-12-09' AS day")).hasSameRowsAs(RowFactory.create("2011-12-09"));
     *
     * // fails
     * assertThat(spark.sql("SELECT 1 AS id")).hasSameRowsAs(RowFactory.create(2));
     * }</pre>
     *
     * @throws TableDifferenceError when schema or rows differ
     * @throws UserError when a value is not of its column's type
     */
    public SELF hasSameRowsAs(Row... expected) {
        return hasSameRowsAs(Arrays.asList(expected));
    }

    /**
     * Verify that it has these rows, as {@link #hasSameRowsAs(Row...)} does.
     *
     * <pre>{@code
     * // passes
     * assertThat(dataset).hasSameRowsAs(dataset.collectAsList());
     *
     * // fails unless it is empty
     * assertThat(dataset).hasSameRowsAs(List.of());
     * }</pre>
     *
     * @throws TableDifferenceError when schema or rows differ
     * @throws UserError when a value is not of its column's type
     */
    public SELF hasSameRowsAs(List<Row> expected) {
        return compareWith(maker -> maker.rows(expected));
    }

    /** Compare with the rows of a file, and fail on any difference; when recording, write the file instead. */
    final SELF compareWithFile(Path file, @Nullable StructType schema) {
        Recording recording = new Recording(
                DataFile.of(file, projectFiles()), sortedBy(), comparator().readsPlaceholders());
        recording.ofDifference(session(), () -> compareWith(expected -> expected.file(file, schema)), this::rows);
        return myself;
    }

    /** Compare with what is expected, and fail on any difference. */
    final SELF compareWith(Function<ExpectedRows, ComparedTable> expected) {
        TableComparator comparator = takeComparator();
        ComparedTable table = content();
        ExpectedRows maker = new ExpectedRows(table, comparator, new ExpectedRows.Setting(session(), projectFiles()));
        failOn(comparator.compare(table, expected.apply(maker)));
        return myself;
    }
}
