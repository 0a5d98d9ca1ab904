package dev.lakelight.assertion;

import dev.lakelight.delta.LogCommit;
import dev.lakelight.delta.StreamBatch;
import dev.lakelight.difference.Counted;
import java.util.List;

/** What assertions about streams say when they fail. */
final class StreamMessages {

    private StreamMessages() {}

    static String notIdempotent(String table, List<String> problems) {
        return "%s may have rows of a batch twice when its stream is started again%s"
                .formatted(table, Counted.lines(problems));
    }

    static String unnumbered(LogCommit commit) {
        return "version %d: %s without a number of its batch; in foreachBatch write with the options txnAppId and txnVersion"
                .formatted(commit.version(), commit.operation());
    }

    static String again(LogCommit commit, StreamBatch batch, StreamBatch before) {
        return "version %d: %s of batch %d after batch %d of the same writer"
                .formatted(commit.version(), commit.operation(), batch.number(), before.number());
    }

    static String otherBatchCount(String table, long expected, List<LogCommit> found) {
        return "%s has %s of streams after seeding, but %s%s"
                .formatted(
                        table,
                        found.size() == 1 ? "1 batch" : found.isEmpty() ? "no batches" : found.size() + " batches",
                        Counted.wereExpected(expected),
                        Counted.lines(found.stream().map(StreamMessages::batch).toList()));
    }

    private static String batch(LogCommit commit) {
        String number = commit.batches().isEmpty()
                ? "without a number"
                : "batch %d".formatted(commit.batches().get(0).number());
        return "version %d: %s, %s".formatted(commit.version(), commit.operation(), number);
    }
}
