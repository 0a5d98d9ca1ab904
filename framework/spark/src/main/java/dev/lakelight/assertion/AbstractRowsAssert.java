package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.Mismatch;
import dev.lakelight.compare.TableComparator;
import dev.lakelight.lake.LakeTable;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.LastWrite;
import dev.lakelight.table.DataFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about anything that has a schema and rows. Tables are compared as {@link TableComparator} describes: exactly, schema
 * first, without regard to the order of rows and columns.
 *
 * @param <SELF> type of the assertion itself
 * @param <ACTUAL> type of what is looked at
 */
public abstract class AbstractRowsAssert<SELF extends AbstractRowsAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractRulesAssert<SELF, ACTUAL> {

    private TableComparator comparator = TableComparator.exact();
    private @Nullable List<String> sortedBy = List.of();
    private boolean compared;

    AbstractRowsAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Return where the names of data files are looked up. */
    abstract ProjectFiles projectFiles();

    /** Return the rows to look at, in memory where that is cheaper. */
    ComparedTable content() {
        return ComparedTable.of(tableName(), rows());
    }

    /** Return the session in which they are. */
    SparkSession session() {
        return rows().sparkSession();
    }

    /** Return what wrote last what is looked at, when that is known. */
    Optional<LastWrite> lastWrite() {
        return Optional.empty();
    }

    /**
     * Pair differing rows by these columns in a later {@code hasSameRowsAs}, so that a failure shows them cell by cell. It does not
     * change what is equal. Expected rows must differ in their key.
     *
     * <pre>{@code
     * // passes with the same rows; a failure shows: ~ | 2 | [Bob -> Rob]
     * assertThat(table).withKey("customer_id").hasSameRowsAs("expected/customers.csv");
     *
     * // fails: it would come too late
     * assertThat(table).hasSameRowsAs("expected/customers.csv").withKey("customer_id");
     * }</pre>
     *
     * @throws UserError when rows were compared already
     */
    public SELF withKey(String... columns) {
        requireNotCompared("withKey");
        comparator = comparator.pairedBy(List.of(columns));
        sortedBy = sortedBy == null ? null : List.of(columns);
        return myself;
    }

    /**
     * Want rows in the expected order in a later {@code hasSameRowsAs}. Tables have no order; sort them first.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.sql("VALUES 1, 2 AS t(id) ORDER BY id")).inOrder().hasSameRowsAs(RowFactory.create(1), RowFactory.create(2));
     *
     * // fails
     * assertThat(spark.sql("VALUES 1, 2 AS t(id) ORDER BY id")).inOrder().hasSameRowsAs(RowFactory.create(2), RowFactory.create(1));
     * }</pre>
     *
     * @throws UserError when rows were compared already
     */
    public SELF inOrder() {
        requireNotCompared("inOrder");
        comparator = comparator.inOrder();
        sortedBy = null;
        return myself;
    }

    /**
     * Say how rows are compared in a later {@code hasSameRowsAs}: which columns, with what tolerance, by whose idea of equality.
     *
     * <pre>{@code
     * // passes with 1.004 and 1.00, whatever loaded_at is
     * assertThat(table)
     *         .comparing(rows -> rows.ignoringColumns("loaded_at").withTolerance("amount", Tolerance.absolute("0.01")))
     *         .hasSameRowsAs("expected/orders.csv");
     *
     * // fails with 1.02 and 1.00
     * assertThat(table)
     *         .comparing(rows -> rows.withTolerance("amount", Tolerance.absolute("0.01")))
     *         .hasSameRowsAs("expected/orders.csv");
     * }</pre>
     *
     * @param rules takes the comparator so far and returns the one to use
     * @throws UserError when rows were compared already
     */
    public SELF comparing(UnaryOperator<TableComparator> rules) {
        requireNotCompared("comparing");
        comparator = rules.apply(comparator);
        return myself;
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

    /**
     * Verify that it has no rows.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.range(0).toDF()).isEmpty();
     *
     * // fails and shows the row
     * assertThat(spark.range(1).toDF()).isEmpty();
     * }</pre>
     *
     * @throws AssertionError when there is a row
     */
    public SELF isEmpty() {
        return hasRowCount(0);
    }

    /**
     * Verify the number of rows.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.range(3).toDF()).hasRowCount(3);
     *
     * // fails and shows the first rows
     * assertThat(spark.range(3).toDF()).hasRowCount(2);
     * }</pre>
     *
     * @throws AssertionError when there are more or fewer
     */
    public SELF hasRowCount(long expected) {
        ComparedTable rows = content();
        long count = rows.count();

        if (count != expected) {
            throw failure(Messages.otherRowCount(rows, expected, count));
        }

        return myself;
    }

    /**
     * Verify names, types and order of all columns. A column that is declared NOT NULL must be so; others may be either.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.sql("SELECT 1 AS id, 1.50 AS amount")).hasSchema("id INT, amount DECIMAL(3,2)");
     *
     * // fails: amount: DECIMAL(10,2) -> DECIMAL(3,2)
     * assertThat(spark.sql("SELECT 1 AS id, 1.50 AS amount")).hasSchema("id INT, amount DECIMAL(10,2)");
     * }</pre>
     *
     * @param ddl Spark DDL
     * @throws AssertionError when the schema is another one
     * @throws UserError when the expected schema cannot be read
     */
    public SELF hasSchema(String ddl) {
        ExpectedSchema schema = ExpectedSchema.of(ddl);
        ComparedTable actual = ComparedTable.of(tableName(), rows());
        failOn(schema.compare(actual));
        schema.finerProblem(actual).ifPresent(problem -> {
            throw failure(problem);
        });
        return myself;
    }

    /** Compare with the rows of a file, and fail on any difference; when recording, write the file instead. */
    final SELF compareWithFile(Path file, @Nullable StructType schema) {
        Recording recording =
                new Recording(DataFile.of(file, projectFiles()), sortedBy, comparator.readsPlaceholders());
        recording.ofDifference(session(), () -> compareWith(expected -> expected.file(file, schema)), this::rows);
        return myself;
    }

    /** Compare with what is expected, and fail on any difference. */
    final SELF compareWith(Function<ExpectedRows, ComparedTable> expected) {
        compared = true;
        ComparedTable table = content();
        ExpectedRows maker = new ExpectedRows(table, comparator, new ExpectedRows.Setting(session(), projectFiles()));
        failOn(comparator.compare(table, expected.apply(maker)));
        return myself;
    }

    private void failOn(Optional<Mismatch> mismatch) {
        if (mismatch.isPresent()) {
            Mismatch explained = lastWrite().map(mismatch.get()::lastWrittenBy).orElseGet(mismatch::get);
            throw new TableDifferenceError(described(explained.text()), explained.difference());
        }
    }

    private void requireNotCompared(String method) {
        if (compared) {
            throw new UserError("%s comes too late: write it before hasSameRowsAs.".formatted(method));
        }
    }
}
