package dev.lakelight.assertion;

import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeTable;
import dev.lakelight.result.JobRun;
import dev.lakelight.runtime.NotebookRun;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.Assertions;

/**
 * The way into all assertions: those of Lakelight and, inherited, those of AssertJ.
 *
 * <pre>{@code
 * import static dev.lakelight.assertion.LakelightAssertions.assertThat;
 *
 * assertThat(lake.table("silver.customers"))
 *         .withKey("customer_id")
 *         .hasSameRowsAs("expected/customers.csv")
 *         .hasCommits(1)
 *         .lastCommit().isMerge().inserted(2).updated(1);
 * }</pre>
 */
public class LakelightAssertions extends Assertions {

    /** Nobody needs an instance, but others may inherit to have these assertions beside their own. */
    protected LakelightAssertions() {}

    /** Make assertions about the rows and the schema of a dataset. */
    public static DatasetAssert assertThat(Dataset<Row> actual) {
        return new DatasetAssert(actual);
    }

    /** Make assertions about a table of a lake: whether it exists, its schema, rows and commits. */
    public static LakeTableAssert assertThat(LakeTable actual) {
        return new LakeTableAssert(actual);
    }

    /** Make assertions about a lake as a whole: which of its tables changed since its start. */
    public static LakeAssert assertThat(Lake actual) {
        return new LakeAssert(actual);
    }

    /** Make assertions about the run of a notebook or Java module: whether and how it failed, its exit value. */
    public static NotebookRunAssert assertThat(NotebookRun actual) {
        return new NotebookRunAssert(actual);
    }

    /** Make assertions about the run of a job: how it and its tasks ended. */
    public static JobRunAssert assertThat(JobRun actual) {
        return new JobRunAssert(actual);
    }
}
