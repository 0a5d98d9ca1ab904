package dev.lakelight.delta;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A Delta table as of a version.
 *
 * @param version from 0
 * @param definition what it is declared to be
 * @param files that hold its rows, in the order in which they were added
 */
public record TableState(long version, TableDefinition definition, List<StoredFile> files) {

    public TableState {
        requireNonNull(definition, "definition");
        files = List.copyOf(files);
    }

    /** Return the size of all files, in bytes. */
    public long bytes() {
        return files.stream().mapToLong(StoredFile::bytes).sum();
    }
}
