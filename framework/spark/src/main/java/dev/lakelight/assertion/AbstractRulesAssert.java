package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.RowSample;
import dev.lakelight.difference.RuleMessages;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeTable;
import dev.lakelight.problem.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * Rules that rows must keep, whatever the rows are. Each is one Spark job when it holds.
 *
 * @param <SELF> type of the assertion itself
 * @param <ACTUAL> type of what is looked at
 */
public abstract class AbstractRulesAssert<SELF extends AbstractRulesAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    AbstractRulesAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Return the rows to look at; fails when there is nothing to look at. */
    abstract Dataset<Row> rows();

    /** Return the lake that it is of, if it is of one. */
    abstract Optional<Lake> lake();

    /** Return how messages name it. */
    abstract String tableName();

    /**
     * Verify that no two rows have the same values in these columns; NULL equals NULL.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.sql("VALUES (1, 'a'), (1, 'b') AS t(id, name)")).hasUniqueKey("id", "name");
     *
     * // fails and shows the key with how often it occurs
     * assertThat(spark.sql("VALUES (1, 'a'), (1, 'b') AS t(id, name)")).hasUniqueKey("id");
     * }</pre>
     *
     * @throws AssertionError when a key occurs more than once
     * @throws UserError when there is no such column
     */
    public SELF hasUniqueKey(String... columns) {
        List<String> key = Arrays.asList(columns);
        return hasNone(rules().repeated(key), found -> RuleMessages.repeatedKey(tableName(), key, found));
    }

    /**
     * Verify that the value of a column is in a column of another table, in each row where it is not NULL.
     *
     * <pre>{@code
     * // passes when all orders are of customers that there are
     * assertThat(lake.table("silver.orders")).hasReferences("customer_id", lake.table("silver.customers"), "id");
     *
     * // fails and shows the orders of others
     * assertThat(lake.table("silver.orders")).hasReferences("customer_id", lake.table("silver.no_customers"), "id");
     * }</pre>
     *
     * @param column that refers
     * @param target table that it refers to
     * @param targetColumn of that table
     * @throws AssertionError when a row refers to nothing
     * @throws UserError when there is no such column or table
     */
    public SELF hasReferences(String column, LakeTable target, String targetColumn) {
        return hasReferences(List.of(column), target, List.of(targetColumn));
    }

    /**
     * Verify that the values of some columns are, together, in a row of another table, in each row where none of them is NULL.
     *
     * <pre>{@code
     * // passes when each line is of an invoice of its shop
     * assertThat(lines).hasReferences(List.of("shop", "invoice"), lake.table("silver.invoices"), List.of("shop", "number"));
     *
     * // fails: there must be as many columns
     * assertThat(lines).hasReferences(List.of("shop", "invoice"), lake.table("silver.invoices"), List.of("shop"));
     * }</pre>
     *
     * @throws AssertionError when a row refers to nothing
     * @throws UserError when there is no such column or table, or there are not as many columns
     */
    public SELF hasReferences(List<String> columns, LakeTable target, List<String> targetColumns) {
        Dataset<Row> orphans = rules().orphans(columns, new RowRules(target.name(), target.dataset()), targetColumns);
        return hasNone(
                orphans,
                found -> RuleMessages.orphans(
                        tableName(),
                        columns,
                        "%s (%s)".formatted(target.name(), String.join(", ", targetColumns)),
                        found));
    }

    /**
     * Verify that a condition is true for every row; NULL is not true.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.sql("VALUES 1, 2 AS t(amount)")).hasOnlyRowsWhere("amount > 0");
     *
     * // fails and shows the row of 1
     * assertThat(spark.sql("VALUES 1, 2 AS t(amount)")).hasOnlyRowsWhere("amount > 1");
     * }</pre>
     *
     * @param condition as in {@code WHERE}
     * @throws AssertionError when there is a row for which it is not
     * @throws UserError when that is no condition
     */
    public SELF hasOnlyRowsWhere(String condition) {
        return hasNone(rules().notMatching(condition), found -> RuleMessages.notOnly(tableName(), condition, found));
    }

    /**
     * Verify that a condition is true for no row.
     *
     * <pre>{@code
     * // passes
     * assertThat(spark.sql("VALUES 1, 2 AS t(amount)")).hasNoRowsWhere("amount < 0");
     *
     * // fails and shows the row of 2
     * assertThat(spark.sql("VALUES 1, 2 AS t(amount)")).hasNoRowsWhere("amount > 1");
     * }</pre>
     *
     * @param condition as in {@code WHERE}
     * @throws AssertionError when there is a row for which it is
     * @throws UserError when that is no condition
     */
    public SELF hasNoRowsWhere(String condition) {
        return hasNone(rules().matching(condition), found -> RuleMessages.notNone(tableName(), condition, found));
    }

    /** Return an error with the description that was given. */
    final AssertionError failure(String message) {
        return Messages.error("", described(message));
    }

    final String described(String message) {
        String override = info.overridingErrorMessage();
        String description = info.descriptionText();
        String text = override == null ? message : override;
        return (description.isEmpty() ? text : "[%s] %s".formatted(description, text)) + generatedData();
    }

    /** Whoever wants to see a failure again needs the seeds. */
    private String generatedData() {
        List<String> generated = lake().map(Lake::generatedData).orElse(List.of());
        return generated.isEmpty() ? "" : "\n\nGenerated data: " + String.join(", ", generated);
    }

    private RowRules rules() {
        return new RowRules(tableName(), rows());
    }

    private SELF hasNone(Dataset<Row> offending, LongFunction<String> sentence) {
        long found = offending.count();

        if (found > 0) {
            throw failure(sentence.apply(found) + ":\n\n" + RowSample.text(ComparedTable.of(tableName(), offending)));
        }

        return myself;
    }
}
