package dev.lakelight.assertion;

import dev.lakelight.lake.LakeTable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The ways from a Delta table to its other versions, and to what changed from one to another. */
public abstract class TableVersionsAssert extends AbstractRowsAssert<LakeTableAssert, LakeTable> {

    TableVersionsAssert(@Nullable LakeTable actual) {
        super(actual, LakeTableAssert.class);
    }

    /** Fail when it is no Delta table. */
    abstract void requireDelta();

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
}
