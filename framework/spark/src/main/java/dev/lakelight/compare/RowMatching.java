package dev.lakelight.compare;

import dev.lakelight.problem.UserError;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the rows of two sides that have no like on the other one, in memory or in Spark. */
record RowMatching(Side expected, Side actual, CellRules rules) {

    /**
     * Match rows.
     *
     * @throws UserError when neither side fits in memory and values count as equal that are not, but there is no key
     */
    MultisetMatch match(@Nullable RowKey key) {
        if (isExact()) {
            return MultisetMatch.of(expected, actual, key);
        }

        if (expected.isHeld() && actual.isHeld()) {
            return inMemory();
        }

        return expected.isHeld() || actual.isHeld() ? besideHeld(key) : inSpark(key);
    }

    boolean areInMemory() {
        return expected.isHeld() && actual.isHeld();
    }

    SequenceMatch sequence() {
        return SequenceMatch.of(expected.rows(), actual.rows(), rules);
    }

    private boolean isExact() {
        return rules.areExact() && !hasPlaceholders();
    }

    private boolean hasPlaceholders() {
        boolean found = false;

        for (Iterator<List<@Nullable Object>> rows = expected.writtenRows(); !found && rows.hasNext(); ) {
            found = LooseMatch.hasPlaceholder(rows.next());
        }

        return found;
    }

    private MultisetMatch inMemory() {
        return LooseMatch.of(LooseMatch.all(expected.rows()), LooseMatch.all(actual.rows()), rules);
    }

    /** Sides of different sizes differ whatever the rules, so that what is exactly the same is all that need be told. */
    private MultisetMatch besideHeld(@Nullable RowKey key) {
        MultisetMatch exact =
                hasPlaceholders() ? MultisetMatch.streamed(expected, actual) : MultisetMatch.of(expected, actual, key);
        return exact.isEqual() || exact.isOfUnequalSizes() ? exact : inMemory();
    }

    private MultisetMatch inSpark(@Nullable RowKey key) {
        if (key == null) {
            throw new UserError(
                    ("%s and %s are too large to find out without a key which of their rows belong together. Name the"
                                    + " key, or compare without tolerances and comparators.")
                            .formatted(actual.name(), expected.name()));
        }

        return KeyGroups.match(this, key);
    }
}
