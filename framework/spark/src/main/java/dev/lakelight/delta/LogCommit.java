package dev.lakelight.delta;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A commit as the log has it.
 *
 * @param version from 0
 * @param timestamp when it was made, in milliseconds since 1970; 0 when that is not known
 * @param operation as Delta names it: {@code MERGE}, {@code WRITE}; empty when that is not known
 * @param metrics operation metrics as Delta names them, by name
 * @param added paths of files that it added, or gave another deletion vector
 * @param removed paths of files that it removed, or gave another deletion vector
 * @param batches that it wrote
 */
public record LogCommit(
        long version,
        long timestamp,
        String operation,
        Map<String, String> metrics,
        List<String> added,
        List<String> removed,
        List<StreamBatch> batches) {

    public LogCommit {
        requireNonNull(operation, "operation");
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        batches = List.copyOf(batches);
    }

    /** Return the files that were there before and are not afterwards; a file that only gets a deletion vector stays. */
    public List<String> gone() {
        return removed.stream().filter(path -> !added.contains(path)).toList();
    }
}
