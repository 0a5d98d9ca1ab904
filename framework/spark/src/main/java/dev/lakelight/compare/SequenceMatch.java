package dev.lakelight.compare;

import dev.lakelight.compare.Differences.Changed;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares rows one by one, the first with the first and so on. Holds few of them. */
final class SequenceMatch {

    private static final int MOST_KEPT = 20;

    private final List<Changed> changed = new ArrayList<>();
    private final RowBag missing = new RowBag(MOST_KEPT);
    private final RowBag unexpected = new RowBag(MOST_KEPT);
    private long changedTotal;
    private long firstChanged;
    private long position;

    private final CellRules rules;

    private SequenceMatch(CellRules rules) {
        this.rules = rules;
    }

    static SequenceMatch of(
            Iterator<List<@Nullable Object>> expected, Iterator<List<@Nullable Object>> actual, CellRules rules) {
        SequenceMatch match = new SequenceMatch(rules);

        while (expected.hasNext() && actual.hasNext()) {
            match.compare(expected.next(), actual.next());
        }

        expected.forEachRemaining(row -> match.missing.add(row, 1));
        actual.forEachRemaining(row -> match.unexpected.add(row, 1));
        return match;
    }

    Differences differences() {
        return new Differences(
                missing.rows(), missing.total(), unexpected.rows(), unexpected.total(), changed, changedTotal);
    }

    /** Return the 1-based number of the first row that is another one than expected. */
    long firstChanged() {
        return firstChanged;
    }

    private void compare(List<@Nullable Object> expected, List<@Nullable Object> actual) {
        position++;

        if (rules.areEqual(expected, actual)) {
            return;
        }

        changedTotal++;
        firstChanged = firstChanged == 0 ? position : firstChanged;

        if (changed.size() < MOST_KEPT) {
            changed.add(new Changed(expected, actual, 1));
        }
    }
}
