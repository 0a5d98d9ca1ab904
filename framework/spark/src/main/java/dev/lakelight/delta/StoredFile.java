package dev.lakelight.delta;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A data file of a Delta table.
 *
 * @param path as the log has it: relative to the table's folder, or absolute in a shallow clone
 * @param bytes size
 * @param rows number of rows that were written to it, or null when it has no statistics
 * @param deletedRows number of its rows that a deletion vector hides; 0 without one
 */
public record StoredFile(String path, long bytes, @Nullable Long rows, long deletedRows) {

    public StoredFile {
        requireNonNull(path, "path");
    }

    /** Return whether it has statistics. */
    public boolean hasStatistics() {
        return rows != null;
    }

    /** Return whether a deletion vector hides some of its rows. */
    public boolean hasDeletionVector() {
        return deletedRows > 0;
    }
}
