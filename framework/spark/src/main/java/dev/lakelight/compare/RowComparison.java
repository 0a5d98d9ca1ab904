package dev.lakelight.compare;

import dev.lakelight.problem.UserError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the rows of two tables with the same schema. */
final class RowComparison {

    private final RowMatching matching;
    private final @Nullable RowKey key;
    private final List<String> notes = new ArrayList<>();

    /** Pair differing rows by a key, or leave them unpaired without one. */
    RowComparison(RowMatching matching, @Nullable RowKey key) {
        this.matching = matching;
        this.key = key;
    }

    /** Return sentences about the comparison, once it was made. */
    List<String> notes() {
        return notes;
    }

    /** Compare without regard to order. */
    Differences unordered() {
        checkKey();
        MultisetMatch match = matching.match(key);

        if (match.isEqual()) {
            return Differences.of(match);
        }

        if (match.sizes() != null) {
            notes.add(match.sizes().toString());
        }

        return key == null ? Differences.of(match) : paired(match, key);
    }

    /** Compare in order. Rows that are not there at all are told first: one of them would shift all that follow. */
    Differences ordered() {
        if (matching.areInMemory()) {
            Differences unordered = unordered();

            if (!unordered.isEmpty()) {
                return unordered;
            }
        }

        SequenceMatch match = matching.sequence();
        Differences differences = match.differences();

        if (!differences.isEmpty()) {
            notes.add("compared in order, the first difference is at row %d".formatted(match.firstChanged()));
        }

        return differences;
    }

    private void checkKey() {
        Side expected = matching.expected();
        String repeated = key == null || !expected.isHeld() ? "" : key.repeated(expected.rows());

        if (key != null && !repeated.isEmpty()) {
            throw new UserError(
                    "%s has several rows of one key, %s. A key must tell the expected rows apart; add a column to it."
                            .formatted(expected.name(), repeated));
        }
    }

    private Differences paired(MultisetMatch match, RowKey rowKey) {
        Side actual = matching.actual();
        notes.add("paired by " + rowKey.names());
        String repeated = actual.isHeld() ? rowKey.repeated(actual.rows()) : "";

        if (!repeated.isEmpty()) {
            notes.add("the key is not unique in %s: %s".formatted(actual.name(), repeated));
        }

        if (match.isCut()) {
            notes.add("only the first %d differing rows of a side were paired".formatted(match.mostKept()));
        }

        return KeyPairs.of(match, rowKey);
    }
}
