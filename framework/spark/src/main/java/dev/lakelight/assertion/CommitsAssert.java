package dev.lakelight.assertion;

import dev.lakelight.lake.DeltaCommit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.AbstractAssert;

/** Assertions about several commits of a Delta table, in order. */
public class CommitsAssert extends AbstractAssert<CommitsAssert, List<DeltaCommit>> {

    private final LakeTableAssert table;
    private final String since;

    CommitsAssert(List<DeltaCommit> actual, LakeTableAssert table, String since) {
        super(actual, CommitsAssert.class);
        this.table = table;
        this.since = since;
    }

    /**
     * Go on with those after a version only.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     * lake.sql("DELETE FROM a");
     *
     * // passes
     * assertThat(lake.table("a")).commits().since(0).hasOperations("DELETE");
     *
     * // fails
     * assertThat(lake.table("a")).commits().since(1).hasSize(1);
     * }</pre>
     */
    public CommitsAssert since(long version) {
        List<DeltaCommit> later =
                actual.stream().filter(commit -> commit.version() > version).toList();
        return new CommitsAssert(later, table, "after version %d".formatted(version));
    }

    /**
     * Verify how many there are.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).commits().hasSize(1);
     *
     * // fails
     * assertThat(lake.table("a")).commits().hasSize(0);
     * }</pre>
     *
     * @throws AssertionError when there are more or fewer
     */
    public CommitsAssert hasSize(long expected) {
        if (actual.size() != expected) {
            throw table.failure(Messages.otherCommitCount(table.tableName(), since, expected, actual));
        }

        return this;
    }

    /**
     * Verify the operations of all of them, as Delta names them. Letter case does not count.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     * lake.sql("DELETE FROM a");
     *
     * // passes
     * assertThat(lake.table("a")).commits().hasOperations("CREATE TABLE AS SELECT", "DELETE");
     *
     * // fails
     * assertThat(lake.table("a")).commits().hasOperations("DELETE");
     * }</pre>
     *
     * @throws AssertionError when there are others, or in another order
     */
    public CommitsAssert hasOperations(String... expected) {
        List<String> wanted = Arrays.stream(expected)
                .map(operation -> operation.toUpperCase(Locale.ROOT))
                .toList();
        List<String> found = actual.stream()
                .map(commit -> commit.operation().toUpperCase(Locale.ROOT))
                .toList();

        if (!found.equals(wanted)) {
            throw table.failure(Messages.otherOperations(table.tableName(), since, wanted, actual));
        }

        return this;
    }

    /**
     * Go on with the first of them.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).commits().first().inserted(1);
     *
     * // fails
     * assertThat(lake.table("a")).commits().first().isMerge();
     * }</pre>
     *
     * @throws AssertionError when there is none
     */
    public CommitAssert first() {
        return at(0, "first");
    }

    /**
     * Go on with the last of them.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).commits().last().inserted(1);
     *
     * // fails: there is none after version 0
     * assertThat(lake.table("a")).commits().since(0).last();
     * }</pre>
     *
     * @throws AssertionError when there is none
     */
    public CommitAssert last() {
        return at(actual.size() - 1, "last");
    }

    /** Go back to the table. */
    public LakeTableAssert returnToTable() {
        return table;
    }

    private CommitAssert at(int index, String which) {
        if (actual.isEmpty()) {
            throw table.failure(Messages.noCommit(table.tableName(), since));
        }

        DeltaCommit commit = actual.get(index);
        return new CommitAssert(commit, table, new CommitPlace(which, table.tableName(), commit.version()));
    }
}
