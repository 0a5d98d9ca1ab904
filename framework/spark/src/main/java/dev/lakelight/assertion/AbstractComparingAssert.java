package dev.lakelight.assertion;

import dev.lakelight.compare.TableComparator;
import dev.lakelight.problem.UserError;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * How rows are to be compared.
 *
 * @param <SELF> type of the assertion itself
 * @param <ACTUAL> type of what is looked at
 */
public abstract class AbstractComparingAssert<SELF extends AbstractComparingAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractTableAssert<SELF, ACTUAL> {

    private TableComparator comparator = TableComparator.exact();
    private @Nullable List<String> sortedBy = List.of();
    private boolean compared;

    AbstractComparingAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
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

    final TableComparator comparator() {
        return comparator;
    }

    /** Return the comparator to use now; it is too late for other rules then. */
    final TableComparator takeComparator() {
        compared = true;
        return comparator;
    }

    /** Return columns that recorded rows are sorted by before all others; null when they are to stay in their order. */
    final @Nullable List<String> sortedBy() {
        return sortedBy;
    }

    private void requireNotCompared(String method) {
        if (compared) {
            throw new UserError("%s comes too late: write it before hasSameRowsAs.".formatted(method));
        }
    }
}
