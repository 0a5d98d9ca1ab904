package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.difference.RuleMessages;
import dev.lakelight.lake.DeltaCommit;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeTable;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.LastWrite;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** Assertions about a table of a lake. Those about rows, schema and commits fail when it does not exist. */
public class LakeTableAssert extends DeltaTableAssert {

    private static final long NONE = -1;

    /** Look at a table. */
    public LakeTableAssert(@Nullable LakeTable actual) {
        super(actual);
    }

    /**
     * Verify that there is such a table or view.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).exists();
     *
     * // fails and names the tables that there are
     * assertThat(lake.table("b")).exists();
     * }</pre>
     *
     * @throws AssertionError when there is none
     */
    public LakeTableAssert exists() {
        isNotNull();

        if (!actual.exists()) {
            throw failure(actual.missing());
        }

        return this;
    }

    /**
     * Verify that there is no such table or view.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("b")).doesNotExist();
     *
     * // fails
     * assertThat(lake.table("a")).doesNotExist();
     * }</pre>
     *
     * @throws AssertionError when there is one
     */
    public LakeTableAssert doesNotExist() {
        isNotNull();

        if (actual.exists()) {
            throw failure(RuleMessages.exists(actual.name()));
        }

        return this;
    }

    /**
     * Verify the latest version of a Delta table, which begins with 0.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).hasVersion(0);
     *
     * // fails
     * assertThat(lake.table("a")).hasVersion(1);
     * }</pre>
     *
     * @throws AssertionError when it has another one, or is no Delta table
     */
    public LakeTableAssert hasVersion(long expected) {
        requireDelta();
        long version = actual.version().orElse(NONE);

        if (version != expected) {
            throw failure(Messages.otherVersion(actual.name(), expected, version));
        }

        return this;
    }

    /**
     * Verify the number of commits since the table was last seeded by {@code load}, {@code rows}, {@code insert} or what a scenario
     * is given. Of a table that was not seeded all commits count.
     *
     * <pre>{@code
     * lake.table("a").withSchema("id INT").rows(RowFactory.create(1));
     * lake.sql("INSERT INTO a VALUES (2)");
     *
     * // passes: the seed does not count
     * assertThat(lake.table("a")).hasCommits(1);
     *
     * // fails
     * assertThat(lake.table("a")).hasCommits(2);
     * }</pre>
     *
     * @throws AssertionError when there are more or fewer, or it is no Delta table
     */
    public LakeTableAssert hasCommits(long expected) {
        requireDelta();
        List<DeltaCommit> commits = actual.commits();

        if (commits.size() != expected) {
            throw failure(Messages.otherCommitCount(actual.name(), expected, commits));
        }

        return this;
    }

    /**
     * Go on with the latest commit since the table was last seeded.
     *
     * <pre>{@code
     * lake.table("a").withSchema("id INT").rows(RowFactory.create(1));
     *
     * // fails: seeding does not count
     * assertThat(lake.table("a")).lastCommit();
     *
     * lake.sql("DELETE FROM a WHERE id = 1");
     *
     * // passes
     * assertThat(lake.table("a")).lastCommit().hasOperation("DELETE").deleted(1);
     * }</pre>
     *
     * @throws AssertionError when there is none, or it is no Delta table
     */
    public CommitAssert lastCommit() {
        return commits().last();
    }

    @Override
    Dataset<Row> rows() {
        exists();
        return actual.dataset();
    }

    @Override
    ComparedTable content() {
        exists();
        return TableContent.of(actual);
    }

    @Override
    SparkSession session() {
        exists();
        return actual.lake().session();
    }

    @Override
    String tableName() {
        return actual.name();
    }

    @Override
    Optional<Lake> lake() {
        return Optional.ofNullable(actual).map(LakeTable::lake);
    }

    @Override
    ProjectFiles projectFiles() {
        return actual.lake().projectFiles();
    }

    @Override
    Optional<LastWrite> lastWrite() {
        return actual.lastWrite();
    }

    @Override
    void requireDelta() {
        exists();

        if (!actual.isDelta()) {
            throw failure(Messages.notDelta(actual.name()));
        }
    }
}
