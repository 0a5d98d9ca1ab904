package dev.lakelight.compare;

import dev.lakelight.difference.RuleMessages;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of each side that have no like on the other one, duplicates counted.
 *
 * @param missing expected rows that are not there
 * @param unexpected rows that nobody expected
 * @param sizes number of all rows, or null where nobody counted
 */
record MultisetMatch(
        RowBag missing, RowBag unexpected, @Nullable Sizes sizes) {

    /** More different rows than these are counted, not kept. */
    static final int MOST_KEPT = 100_000;

    /** Match rows, in memory if both sides are held; of others rows of one key stay together where not all can be kept. */
    static MultisetMatch of(Side expected, Side actual, @Nullable RowKey key) {
        return expected.isHeld() && actual.isHeld() ? streamed(expected, actual) : SparkMatch.of(expected, actual, key);
    }

    boolean isEqual() {
        return missing.total() + unexpected.total() == 0;
    }

    /** Return whether the sides were counted and have not the same number of rows. */
    boolean isOfUnequalSizes() {
        return sizes != null && sizes.expected() != sizes.found();
    }

    /** Return the number of different rows that were kept of the side that has more of them. */
    int mostKept() {
        return Math.max(missing.rows().size(), unexpected.rows().size());
    }

    /** Return whether there are more differing rows than were kept. */
    boolean isCut() {
        return missing.isCut() || unexpected.isCut();
    }

    /** Match rows of which the expected ones are held, and the others come one by one. */
    static MultisetMatch streamed(Side expected, Side actual) {
        RowBag left = RowBag.of(expected.rows());
        RowBag surplus = new RowBag(MOST_KEPT);
        long wanted = left.total();
        long found = 0;

        for (Iterator<List<@Nullable Object>> rows = actual.rows(); rows.hasNext(); found++) {
            List<@Nullable Object> row = rows.next();

            if (!left.take(row)) {
                surplus.add(row, 1);
            }
        }

        return new MultisetMatch(left, surplus, new Sizes(wanted, found));
    }

    /** Number of rows of both sides. */
    record Sizes(long expected, long found) {

        @Override
        public String toString() {
            return RuleMessages.sizes(expected, found);
        }
    }
}
