package dev.lakelight.compare;

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

    /** Match rows; at least one side must be held, the other one may be of any size. */
    static MultisetMatch of(Side expected, Side actual) {
        if (expected.isHeld()) {
            return againstHeld(expected, actual);
        }

        if (actual.isHeld()) {
            return againstHeld(actual, expected).mirrored();
        }

        return SignedUnion.match(expected, actual);
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

    private static MultisetMatch againstHeld(Side held, Side streamed) {
        RowBag left = RowBag.of(held.rows());
        RowBag surplus = new RowBag(MOST_KEPT);
        long expected = left.total();
        long found = 0;

        for (Iterator<List<@Nullable Object>> rows = streamed.rows(); rows.hasNext(); found++) {
            List<@Nullable Object> row = rows.next();

            if (!left.take(row)) {
                surplus.add(row, 1);
            }
        }

        return new MultisetMatch(left, surplus, new Sizes(expected, found));
    }

    private MultisetMatch mirrored() {
        return new MultisetMatch(
                /* missing= */ unexpected, /* unexpected= */ missing, sizes == null ? null : sizes.mirrored());
    }

    /** Number of rows of both sides. */
    record Sizes(long expected, long found) {

        Sizes mirrored() {
            return new Sizes(/* expected= */ found, /* found= */ expected);
        }

        @Override
        public String toString() {
            return "expected %d %s, found %d".formatted(expected, expected == 1 ? "row" : "rows", found);
        }
    }
}
