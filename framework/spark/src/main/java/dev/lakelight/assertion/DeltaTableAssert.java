package dev.lakelight.assertion;

import dev.lakelight.delta.LogCommit;
import dev.lakelight.delta.TableLog;
import dev.lakelight.delta.TableState;
import dev.lakelight.lake.DeltaCommit;
import dev.lakelight.lake.LakeTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways from a table to what the log of Delta tells of it, without a Spark job. */
public abstract class DeltaTableAssert extends TableVersionsAssert {

    DeltaTableAssert(@Nullable LakeTable actual) {
        super(actual);
    }

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
        return new StreamAssert(logSinceSeed(), myself);
    }

    /** Return the commits since the table was last seeded, as the log has them. */
    final List<LogCommit> logSinceSeed() {
        TableLog log = actual.log().orElseThrow();
        return log.commits(actual.seededVersion().orElse(-1) + 1, log.version().orElse(-1));
    }

    private TableState state() {
        requireDelta();
        TableLog log = actual.log().orElseThrow();
        return log.state(log.version().orElseThrow());
    }
}
