package dev.lakelight.table;

import dev.lakelight.result.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where a row is written.
 *
 * @param text as messages show it
 * @param location the place in a file, or null when a program made the row
 */
record Place(String text, @Nullable SourceLocation location) {

    static Place of(SourceLocation location) {
        return new Place(location.toString(), location);
    }

    /** Return the place of a row that a program made; {@code number} is 1-based. */
    static Place ofRow(int number) {
        return new Place("row " + number, null);
    }
}
