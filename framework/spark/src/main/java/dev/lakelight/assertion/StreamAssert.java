package dev.lakelight.assertion;

import dev.lakelight.delta.LogCommit;
import dev.lakelight.delta.StreamBatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the micro-batches that streams have written to a Delta table since it was last seeded. */
public class StreamAssert extends AbstractAssert<StreamAssert, List<LogCommit>> {

    private static final String STREAM = "STREAMING UPDATE";

    private final LakeTableAssert table;

    StreamAssert(List<LogCommit> actual, LakeTableAssert table) {
        super(actual, StreamAssert.class);
        this.table = table;
    }

    /**
     * Verify that each commit numbers the batch that it wrote, so that Delta drops it when a restarted stream writes it again, and that
     * no batch was written twice or after a later one. What {@code foreachBatch} writes has numbers only with the options
     * {@code txnAppId} and {@code txnVersion}.
     *
     * <pre>{@code
     * // passes when events.writeStream().toTable("silver.events") wrote the table
     * assertThat(lake.table("silver.events")).stream().wroteEachBatchOnce();
     *
     * // fails when foreachBatch did, without txnAppId and txnVersion
     * assertThat(lake.table("silver.events")).stream().wroteEachBatchOnce();
     * }</pre>
     *
     * @throws AssertionError when one of that is not so, or there is no commit
     */
    public StreamAssert wroteEachBatchOnce() {
        if (actual.isEmpty()) {
            throw table.failure(Messages.noCommit(table.tableName(), "after seeding"));
        }

        List<String> problems = new ArrayList<>();
        Map<String, StreamBatch> latest = new HashMap<>();
        actual.forEach(commit -> look(commit, latest, problems));

        if (!problems.isEmpty()) {
            throw table.failure(StreamMessages.notIdempotent(table.tableName(), problems));
        }

        return this;
    }

    /**
     * Verify how many commits hold a batch.
     *
     * <pre>{@code
     * // passes when a stream has written twice
     * assertThat(lake.table("silver.events")).stream().hasBatches(2);
     *
     * // fails
     * assertThat(lake.table("silver.events")).stream().hasBatches(1);
     * }</pre>
     *
     * @throws AssertionError when there are more or fewer
     */
    public StreamAssert hasBatches(long expected) {
        List<LogCommit> batches = actual.stream()
                .filter(commit ->
                        !commit.batches().isEmpty() || commit.operation().equals(STREAM))
                .toList();

        if (batches.size() != expected) {
            throw table.failure(StreamMessages.otherBatchCount(table.tableName(), expected, batches));
        }

        return this;
    }

    /** Go back to the table. */
    public LakeTableAssert returnToTable() {
        return table;
    }

    private static void look(LogCommit commit, Map<String, StreamBatch> latest, List<String> problems) {
        if (commit.batches().isEmpty() && writes(commit)) {
            problems.add(StreamMessages.unnumbered(commit));
        }

        for (StreamBatch batch : commit.batches()) {
            StreamBatch before = latest.put(batch.writer(), batch);

            if (before != null && before.number() >= batch.number()) {
                problems.add(StreamMessages.again(commit, batch, before));
            }
        }
    }

    /** Making, describing and compacting a table writes no rows of a stream. */
    private static boolean writes(LogCommit commit) {
        return List.of(STREAM, "WRITE", "MERGE", "UPDATE", "DELETE").contains(commit.operation());
    }
}
