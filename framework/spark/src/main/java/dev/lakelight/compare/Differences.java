package dev.lakelight.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between the rows of two tables.
 *
 * @param missing kept expected rows that are not there, sorted
 * @param missingTotal number of such rows, kept or not
 * @param unexpected kept rows that nobody expected, sorted
 * @param unexpectedTotal number of such rows, kept or not
 * @param changed pairs of rows of one key or one position
 * @param changedTotal number of such pairs, kept or not
 */
record Differences(
        List<CountedRow> missing,
        long missingTotal,
        List<CountedRow> unexpected,
        long unexpectedTotal,
        List<Changed> changed,
        long changedTotal) {

    Differences {
        missing = List.copyOf(missing);
        unexpected = List.copyOf(unexpected);
        changed = List.copyOf(changed);
    }

    /** Take all that has no like as it is. */
    static Differences of(MultisetMatch match) {
        return new Differences(
                match.missing().rows(),
                match.missing().total(),
                match.unexpected().rows(),
                match.unexpected().total(),
                List.of(),
                0);
    }

    boolean isEmpty() {
        return missingTotal + unexpectedTotal + changedTotal == 0;
    }

    /** Two rows in canonical form that belong together and are not equal, and how often they do. */
    record Changed(List<@Nullable Object> expected, List<@Nullable Object> actual, long count) {}
}
