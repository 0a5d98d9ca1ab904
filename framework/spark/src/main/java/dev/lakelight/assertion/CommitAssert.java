package dev.lakelight.assertion;

import dev.lakelight.lake.DeltaCommit;
import java.util.Locale;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions about one commit of a Delta table. */
public class CommitAssert extends AbstractAssert<CommitAssert, DeltaCommit> {

    private final LakeTableAssert table;
    private final CommitPlace place;

    CommitAssert(DeltaCommit actual, LakeTableAssert table, CommitPlace place) {
        super(actual, CommitAssert.class);
        this.table = table;
        this.place = place;
    }

    /**
     * Verify that it was made by {@code MERGE INTO}.
     *
     * <pre>{@code
     * lake.sql("MERGE INTO a USING b ON a.id = b.id WHEN NOT MATCHED THEN INSERT *");
     *
     * // passes
     * assertThat(lake.table("a")).lastCommit().isMerge();
     *
     * lake.sql("DELETE FROM a");
     *
     * // fails
     * assertThat(lake.table("a")).lastCommit().isMerge();
     * }</pre>
     *
     * @throws AssertionError when it was another operation
     */
    public CommitAssert isMerge() {
        return hasOperation("MERGE");
    }

    /**
     * Verify that it was made by {@code INSERT}, or by writing a dataset into a table that was there.
     *
     * <pre>{@code
     * lake.sql("INSERT INTO a VALUES (1)");
     *
     * // passes
     * assertThat(lake.table("a")).lastCommit().isWrite();
     *
     * lake.sql("CREATE TABLE b AS SELECT 1 AS id");
     *
     * // fails: the operation is CREATE TABLE AS SELECT
     * assertThat(lake.table("b")).lastCommit().isWrite();
     * }</pre>
     *
     * @throws AssertionError when it was another operation
     */
    public CommitAssert isWrite() {
        return hasOperation("WRITE");
    }

    /**
     * Verify the operation, as Delta names it. Letter case does not count.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).lastCommit().hasOperation("CREATE TABLE AS SELECT");
     *
     * // fails
     * assertThat(lake.table("a")).lastCommit().hasOperation("CREATE TABLE");
     * }</pre>
     *
     * @throws AssertionError when it was another operation
     */
    public CommitAssert hasOperation(String expected) {
        if (!actual.operation().equalsIgnoreCase(expected)) {
            throw table.failure(Messages.otherOperation(place, actual, expected.toUpperCase(Locale.ROOT)));
        }

        return this;
    }

    /**
     * Verify how many rows it added.
     *
     * <pre>{@code
     * lake.sql("INSERT INTO a VALUES (1), (2)");
     *
     * // passes
     * assertThat(lake.table("a")).lastCommit().inserted(2);
     *
     * // fails
     * assertThat(lake.table("a")).lastCommit().inserted(1);
     * }</pre>
     *
     * @throws AssertionError when it added more or fewer, or its operation does not tell
     */
    public CommitAssert inserted(long expected) {
        return hasRows(RowMetric.INSERTED, expected);
    }

    /**
     * Verify how many rows it changed.
     *
     * <pre>{@code
     * lake.sql("UPDATE a SET name = 'x' WHERE id < 3");
     *
     * // passes when two rows have such an id
     * assertThat(lake.table("a")).lastCommit().updated(2);
     *
     * // fails
     * assertThat(lake.table("a")).lastCommit().updated(0);
     * }</pre>
     *
     * @throws AssertionError when it changed more or fewer, or its operation does not tell
     */
    public CommitAssert updated(long expected) {
        return hasRows(RowMetric.UPDATED, expected);
    }

    /**
     * Verify how many rows it removed.
     *
     * <pre>{@code
     * lake.sql("DELETE FROM a WHERE id = 1");
     *
     * // passes when one row has that id
     * assertThat(lake.table("a")).lastCommit().deleted(1);
     *
     * // fails
     * assertThat(lake.table("a")).lastCommit().deleted(2);
     * }</pre>
     *
     * @throws AssertionError when it removed more or fewer, or its operation does not tell
     */
    public CommitAssert deleted(long expected) {
        return hasRows(RowMetric.DELETED, expected);
    }

    /**
     * Verify how many rows it rewrote unchanged, because they were in one file with others that it changed.
     *
     * <pre>{@code
     * lake.sql("UPDATE a SET name = 'x' WHERE id = 1");
     *
     * // passes when the file has two rows more, and the table no deletion vectors
     * assertThat(lake.table("a")).lastCommit().copied(2);
     *
     * // fails
     * assertThat(lake.table("a")).lastCommit().copied(0);
     * }</pre>
     *
     * @throws AssertionError when it rewrote more or fewer, or its operation does not tell
     */
    public CommitAssert copied(long expected) {
        return hasRows(RowMetric.COPIED, expected);
    }

    /**
     * Verify an operation metric, as Delta names it.
     *
     * <pre>{@code
     * lake.sql("INSERT INTO a VALUES (1)");
     *
     * // passes
     * assertThat(lake.table("a")).lastCommit().hasMetric("numFiles", 1);
     *
     * // fails
     * assertThat(lake.table("a")).lastCommit().hasMetric("numFiles", 2);
     * }</pre>
     *
     * @throws AssertionError when it has another value, or there is none of this name
     */
    public CommitAssert hasMetric(String name, long expected) {
        Optional<String> found = Optional.ofNullable(actual.metrics().get(name));
        return requireMetric(found, "%s: %d".formatted(name, expected), expected);
    }

    /** Go back to the table. */
    public LakeTableAssert returnToTable() {
        return table;
    }

    private CommitAssert hasRows(RowMetric metric, long expected) {
        return requireMetric(metric.of(actual), metric.wanted(expected), expected);
    }

    private CommitAssert requireMetric(Optional<String> found, String wanted, long expected) {
        if (!found.equals(Optional.of(String.valueOf(expected)))) {
            throw table.failure(Messages.otherMetric(place, actual, wanted));
        }

        return this;
    }
}
