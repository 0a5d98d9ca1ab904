package dev.lakelight.assertion;

import dev.lakelight.delta.TableLog;
import dev.lakelight.delta.TableState;
import dev.lakelight.lake.DeltaCommit;
import dev.lakelight.lake.LakeTable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways from a table to what Delta tells of it. All but those to other versions read the log without a Spark job. */
public abstract class DeltaTableAssert extends AbstractRowsAssert<LakeTableAssert, LakeTable> {

    DeltaTableAssert(@Nullable LakeTable actual) {
        super(actual, LakeTableAssert.class);
    }

    final LakeTable lakeTable() {
        return actual;
    }

    /** Fail when it is no Delta table. */
    abstract void requireDelta();

    /**
     * Go on with the commits since the table was last seeded; all of them when it was not.
     *
     * <pre>{@code
     * lake.table("a").withSchema("id INT").rows(RowFactory.create(1));
     * lake.sql("DELETE FROM a WHERE id = 1");
     *
     * // passes
     * assertThat(lake.table("a")).commits().hasOperations("DELETE").last().deleted(1);
     *
     * // fails
     * assertThat(lake.table("a")).commits().hasOperations("MERGE");
     * }</pre>
     *
     * @throws AssertionError when it is no Delta table
     */
    public CommitsAssert commits() {
        requireDelta();
        return new CommitsAssert(actual.commits(), myself, "after seeding");
    }

    /**
     * Verify that nothing was committed since the table was last seeded.
     *
     * <pre>{@code
     * lake.table("a").withSchema("id INT").rows(RowFactory.create(1));
     *
     * // passes
     * assertThat(lake.table("a")).isUntouched();
     *
     * lake.sql("DELETE FROM a WHERE id = 7");
     *
     * // fails although no row has that id: the statement was committed
     * assertThat(lake.table("a")).isUntouched();
     * }</pre>
     *
     * @throws AssertionError when something was, or it is no Delta table
     */
    public LakeTableAssert isUntouched() {
        requireDelta();
        List<DeltaCommit> commits = actual.commits();

        if (!commits.isEmpty()) {
            throw failure(Messages.touched(actual.name(), commits));
        }

        return myself;
    }

    /**
     * Go on with the files that hold the table's rows.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).files().hasSize(1).haveStatistics();
     *
     * // fails
     * assertThat(lake.table("a")).files().hasSize(2);
     * }</pre>
     *
     * @throws AssertionError when it is no Delta table
     */
    public FilesAssert files() {
        return new FilesAssert(state(), myself);
    }

    /**
     * Go on with columns, comments, partitioning and clustering.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT NOT NULL, day DATE) PARTITIONED BY (day)");
     *
     * // passes
     * assertThat(lake.table("a")).schema().hasNotNull("id").isPartitionedBy("day");
     *
     * // fails
     * assertThat(lake.table("a")).schema().isPartitionedBy("id");
     * }</pre>
     *
     * @throws AssertionError when it is no Delta table
     */
    public SchemaAssert schema() {
        return new SchemaAssert(state().definition(), myself);
    }

    /**
     * Go on with table properties, constraints and table features.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a (id INT) TBLPROPERTIES (quality = 'silver')");
     *
     * // passes
     * assertThat(lake.table("a")).properties().contains("quality", "silver");
     *
     * // fails
     * assertThat(lake.table("a")).properties().contains("quality", "gold");
     * }</pre>
     *
     * @throws AssertionError when it is no Delta table
     */
    public PropertiesAssert properties() {
        return new PropertiesAssert(state().definition(), myself);
    }

    /**
     * Go on with the micro-batches that streams have written to the table.
     *
     * <pre>{@code
     * // passes when a stream has written three micro-batches, also when it was stopped and started again
     * assertThat(lake.table("silver.events")).stream().wroteEachBatchOnce().hasBatches(3);
     *
     * // fails
     * assertThat(lake.table("silver.events")).stream().hasBatches(2);
     * }</pre>
     *
     * @throws AssertionError when it is no Delta table
     */
    public StreamAssert stream() {
        requireDelta();
        TableLog log = actual.log().orElseThrow();
        long first = actual.seededVersion().orElse(-1) + 1;
        return new StreamAssert(log.commits(first, actual.version().orElse(-1)), myself);
    }

    /**
     * Go on with the rows that the table had at a version.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     * lake.sql("DELETE FROM a");
     *
     * // passes
     * assertThat(lake.table("a")).atVersion(0).hasRowCount(1);
     *
     * // fails: its versions are 0 to 1
     * assertThat(lake.table("a")).atVersion(2).hasRowCount(1);
     * }</pre>
     *
     * @throws AssertionError when it had no such version, or is no Delta table
     */
    public ReadAssert atVersion(long version) {
        requireDelta();
        return new TimeTravel(actual, this::failure).toVersion(version);
    }

    /**
     * Go on with the rows that the table had at a time.
     *
     * <pre>{@code
     * // passes when it was empty before the run
     * assertThat(lake.table("a")).asOf(beforeTheRun).isEmpty();
     *
     * // fails: there was no table
     * assertThat(lake.table("a")).asOf(Instant.EPOCH).isEmpty();
     * }</pre>
     *
     * @throws AssertionError when it was not there, or is no Delta table
     */
    public ReadAssert asOf(Instant time) {
        requireDelta();
        return new TimeTravel(actual, this::failure).to(time);
    }

    /**
     * Go on with the change feed of the commits since the table was last seeded: its columns and {@code _change_type}.
     *
     * <pre>{@code
     * lake.sql("UPDATE a SET name = 'Rob' WHERE id = 2");
     *
     * // passes
     * assertThat(lake.table("a")).changes().hasSameRowsAs(
     *         RowFactory.create(2, "Bob", "update_preimage"), RowFactory.create(2, "Rob", "update_postimage"));
     *
     * // fails and shows both rows
     * assertThat(lake.table("a")).changes().isEmpty();
     * }</pre>
     *
     * @throws AssertionError when it has no change feed, or is no Delta table
     */
    public ReadAssert changes() {
        requireDelta();
        long seeded = actual.seededVersion().orElse(-1);
        return new TimeTravel(actual, this::failure)
                .changes(seeded + 1, actual.version().orElse(-1));
    }

    /**
     * Go on with the change feed from a version to another, both included: the table's columns and {@code _change_type}.
     *
     * <pre>{@code
     * // passes when version 3 inserted one row and changed none
     * assertThat(lake.table("a")).changesBetween(3, 3).hasSameRowsAs(RowFactory.create(3, "Cy", "insert"));
     *
     * // fails: the table has no such version
     * assertThat(lake.table("a")).changesBetween(3, 99).isEmpty();
     * }</pre>
     *
     * @throws AssertionError when there are no such versions, it has no change feed, or is no Delta table
     */
    public ReadAssert changesBetween(long first, long last) {
        requireDelta();
        return new TimeTravel(actual, this::failure).changes(first, last);
    }

    private TableState state() {
        requireDelta();
        TableLog log = actual.log().orElseThrow();
        return log.state(log.version().orElseThrow());
    }
}
