package dev.lakelight.lake;

import static java.util.Objects.requireNonNull;

/**
 * A table that is not what it was at the start of its lake.
 *
 * @param table its name, or <code>delta.`/path`</code> when it has none
 * @param kind what became of it
 * @param text the same in words, with the versions of a Delta table: {@code changed: version 3, was 1}
 */
public record TableChange(String table, Kind kind, String text) {

    /** What became of a table. */
    public enum Kind {
        CREATED,
        /** It has other rows, columns or properties; or other files, which may hold the same rows. */
        CHANGED,
        /** It was dropped, and another one was made under its name. */
        REPLACED,
        DROPPED
    }

    public TableChange {
        requireNonNull(table, "table");
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return table + " " + text;
    }
}
