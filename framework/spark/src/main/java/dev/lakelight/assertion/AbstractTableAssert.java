package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.Mismatch;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.LastWrite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the schema of anything, and the number of its rows.
 *
 * @param <SELF> type of the assertion itself
 * @param <ACTUAL> type of what is looked at
 */
public abstract class AbstractTableAssert<SELF extends AbstractTableAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractRulesAssert<SELF, ACTUAL> {

    AbstractTableAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Return the rows to look at, in memory where that is cheaper. */
    ComparedTable content() {
        return ComparedTable.of(tableName(), rows());
    }

    /** Return what wrote last what is looked at, when that is known. */
    Optional<LastWrite> lastWrite() {
        return Optional.empty();
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

    /** Fail when tables differ, with what is known of the last write. */
    final void failOn(Optional<Mismatch> mismatch) {
        if (mismatch.isPresent()) {
            Mismatch explained = lastWrite().map(mismatch.get()::lastWrittenBy).orElseGet(mismatch::get);
            throw new TableDifferenceError(described(explained.text()), explained.difference());
        }
    }
}
