package dev.lakelight.assertion;

import dev.lakelight.lake.DeltaCommit;
import java.util.Locale;
import java.util.Optional;

/** How many rows a commit did something to. Delta's operations count them under different names. */
enum RowMetric {
    INSERTED("numTargetRowsInserted", "numOutputRows"),
    UPDATED("numTargetRowsUpdated", "numUpdatedRows"),
    DELETED("numTargetRowsDeleted", "numDeletedRows"),
    COPIED("numTargetRowsCopied", "numCopiedRows");

    private final String ofMerge;
    private final String ofOthers;

    RowMetric(String ofMerge, String ofOthers) {
        this.ofMerge = ofMerge;
        this.ofOthers = ofOthers;
    }

    /** Return the number; nothing when the operation does not count such rows. */
    Optional<String> of(DeltaCommit commit) {
        return Optional.ofNullable(
                commit.metrics().getOrDefault(ofMerge, commit.metrics().get(ofOthers)));
    }

    /** Return what a message says: {@code inserted 2 rows}. */
    String wanted(long number) {
        return "%s %d %s".formatted(name().toLowerCase(Locale.ROOT), number, number == 1 ? "row" : "rows");
    }
}
