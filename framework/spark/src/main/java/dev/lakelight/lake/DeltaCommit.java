package dev.lakelight.lake;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A commit in the history of a Delta table.
 *
 * @param version from 0
 * @param operation as Delta names it: {@code MERGE}, {@code WRITE}, {@code CREATE TABLE AS SELECT}
 * @param metrics operation metrics as Delta names them, {@code numTargetRowsInserted}, by name; empty when it has none
 */
public record DeltaCommit(long version, String operation, Map<String, String> metrics) {

    public DeltaCommit {
        requireNonNull(operation, "operation");
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }
}
