package dev.lakelight.assertion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.lake.DeltaCommit;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Needs no Spark: commits are looked at as the log has them. */
class CommitAssertTest {

    private static final String METRICS = """
            :
              numTargetRowsCopied: 4
              numTargetRowsDeleted: 3
              numTargetRowsInserted: 2
              numTargetRowsUpdated: 1""";

    private final CommitAssert merge = commit(new DeltaCommit(
            7,
            "MERGE",
            Map.of(
                    "numTargetRowsInserted", "2",
                    "numTargetRowsUpdated", "1",
                    "numTargetRowsDeleted", "3",
                    "numTargetRowsCopied", "4")));
    private final CommitAssert optimize = commit(new DeltaCommit(8, "OPTIMIZE", Map.of()));

    @Test
    void holdsWhenItDidThis() {
        merge.isMerge().hasOperation("merge").inserted(2).updated(1).deleted(3).copied(4);
        merge.hasMetric("numTargetRowsInserted", 2);
        commit(new DeltaCommit(1, "WRITE", Map.of("numOutputRows", "5")))
                .isWrite()
                .inserted(5);
        commit(new DeltaCommit(1, "UPDATE", Map.of("numUpdatedRows", "5", "numCopiedRows", "6")))
                .updated(5)
                .copied(6);
        commit(new DeltaCommit(1, "DELETE", Map.of("numDeletedRows", "5"))).deleted(5);
    }

    @Test
    void failsWithTheOperation() {
        assertThatThrownBy(merge::isWrite)
                .hasMessage("the last commit of orders, version 7, is a MERGE, but a WRITE was expected");
        assertThatThrownBy(optimize::isMerge)
                .hasMessage("the last commit of orders, version 8, is a OPTIMIZE, but a MERGE was expected");
        assertThatThrownBy(() -> merge.hasOperation("delete"))
                .hasMessage("the last commit of orders, version 7, is a MERGE, but a DELETE was expected");
    }

    @Test
    void failsWithAllMetrics() {
        String place = "the last commit of orders, version 7, was expected to have ";

        assertThatThrownBy(() -> merge.inserted(1)).hasMessage(place + "inserted 1 row" + METRICS);
        assertThatThrownBy(() -> merge.updated(2)).hasMessage(place + "updated 2 rows" + METRICS);
        assertThatThrownBy(() -> merge.deleted(0)).hasMessage(place + "deleted 0 rows" + METRICS);
        assertThatThrownBy(() -> merge.copied(0)).hasMessage(place + "copied 0 rows" + METRICS);
        assertThatThrownBy(() -> merge.hasMetric("numFiles", 1)).hasMessage(place + "numFiles: 1" + METRICS);
    }

    @Test
    void failsWhenTheOperationTellsNothing() {
        assertThatThrownBy(() -> optimize.inserted(0))
                .hasMessage("the last commit of orders, version 8, was expected to have inserted 0 rows,"
                        + " but its operation OPTIMIZE has no metrics");
    }

    private static CommitAssert commit(DeltaCommit commit) {
        return new CommitAssert(commit, new LakeTableAssert(null), new CommitPlace("last", "orders", commit.version()));
    }
}
