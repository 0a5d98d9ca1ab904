package dev.lakelight.scenario;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.SeedSpec.Source;
import java.util.List;

/**
 * The rows that a table must have.
 *
 * @param source where they are written
 * @param key columns by which rows are paired in differences; empty for none
 * @param order whether the order of rows counts
 * @param comparison how rows are compared
 */
public record RowsExpectation(Source source, List<String> key, RowOrder order, ComparisonSpec comparison) {

    /** Whether the order of rows counts. */
    public enum RowOrder {
        ANY,
        AS_GIVEN
    }

    public RowsExpectation {
        requireNonNull(source, "source");
        requireNonNull(order, "order");
        requireNonNull(comparison, "comparison");
        key = List.copyOf(key);
    }

    /** Expect the rows of a source, compared exactly, in any order. */
    static RowsExpectation of(Source source) {
        return new RowsExpectation(source, List.of(), RowOrder.ANY, ComparisonSpec.EXACT);
    }
}
