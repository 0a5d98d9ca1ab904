package dev.lakelight.assertion;

import dev.lakelight.delta.LogCommit;
import dev.lakelight.delta.StoredFile;
import dev.lakelight.delta.TableState;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** Assertions about the files that hold the rows of a Delta table. */
public class FilesAssert extends AbstractAssert<FilesAssert, TableState> {

    private final LakeTableAssert table;

    FilesAssert(TableState actual, LakeTableAssert table) {
        super(actual, FilesAssert.class);
        this.table = table;
    }

    /**
     * Verify how many there are.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).files().hasSize(1);
     *
     * // fails and shows the file with its size
     * assertThat(lake.table("a")).files().hasSize(2);
     * }</pre>
     *
     * @throws AssertionError when there are more or fewer
     */
    public FilesAssert hasSize(long expected) {
        if (actual.files().size() != expected) {
            throw table.failure(FileMessages.otherCount(table.tableName(), expected, actual.files()));
        }

        return this;
    }

    /**
     * Verify the size of all of them together.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).files().haveTotalBytesBetween(1, 10_000);
     *
     * // fails
     * assertThat(lake.table("a")).files().haveTotalBytesBetween(0, 1);
     * }</pre>
     *
     * @param least fewest bytes
     * @param most most bytes
     * @throws AssertionError when they have more or fewer bytes
     */
    public FilesAssert haveTotalBytesBetween(long least, long most) {
        if (actual.bytes() < least || actual.bytes() > most) {
            throw table.failure(FileMessages.otherBytes(table.tableName(), least, most, actual));
        }

        return this;
    }

    /**
     * Verify that none is small. The last file of a table is often small; compact a table before, or seed it with enough rows.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).files().haveAtLeastBytes(100);
     *
     * // fails and shows the file with its size
     * assertThat(lake.table("a")).files().haveAtLeastBytes(16_000_000);
     * }</pre>
     *
     * @param bytes size below which a file is small
     * @throws AssertionError when one has fewer bytes
     */
    public FilesAssert haveAtLeastBytes(long bytes) {
        List<StoredFile> small =
                actual.files().stream().filter(file -> file.bytes() < bytes).toList();

        if (!small.isEmpty()) {
            throw table.failure(FileMessages.small(table.tableName(), bytes, small));
        }

        return this;
    }

    /**
     * Verify that each has statistics, by which readers skip files.
     *
     * <pre>{@code
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // passes
     * assertThat(lake.table("a")).files().haveStatistics();
     *
     * lake.sql("SET spark.databricks.delta.stats.collect = false");
     * lake.sql("INSERT INTO a VALUES (2)");
     *
     * // fails and shows the second file
     * assertThat(lake.table("a")).files().haveStatistics();
     * }</pre>
     *
     * @throws AssertionError when one has none
     */
    public FilesAssert haveStatistics() {
        return haveAll(StoredFile::hasStatistics, "statistics");
    }

    /**
     * Verify that at least one has a deletion vector: rows were deleted or changed without writing the others anew.
     *
     * <pre>{@code
     * // passes when a has the property delta.enableDeletionVectors and the file more rows
     * lake.sql("DELETE FROM a WHERE id = 1");
     * assertThat(lake.table("a")).files().haveDeletionVectors();
     *
     * // fails
     * lake.sql("REORG TABLE a APPLY (PURGE)");
     * assertThat(lake.table("a")).files().haveDeletionVectors();
     * }</pre>
     *
     * @throws AssertionError when none has one
     */
    public FilesAssert haveDeletionVectors() {
        if (actual.files().stream().noneMatch(StoredFile::hasDeletionVector)) {
            throw table.failure(FileMessages.noDeletionVector(table.tableName(), actual.files()));
        }

        return this;
    }

    /**
     * Verify that none has a deletion vector, as readers want that do not know them.
     *
     * <pre>{@code
     * // passes when a does not have the property delta.enableDeletionVectors
     * lake.sql("DELETE FROM a WHERE id = 1");
     * assertThat(lake.table("a")).files().haveNoDeletionVectors();
     *
     * // fails when it has, and shows the file with its hidden rows
     * assertThat(lake.table("a")).files().haveNoDeletionVectors();
     * }</pre>
     *
     * @throws AssertionError when one has one
     */
    public FilesAssert haveNoDeletionVectors() {
        return haveAll(file -> !file.hasDeletionVector(), "no deletion vector");
    }

    /**
     * Verify that each file which was there when the table was last seeded, or was added since then, is still there: nothing was
     * rewritten, compacted or removed. A file that got a deletion vector is still there.
     *
     * <pre>{@code
     * lake.sql("INSERT INTO a VALUES (2)");
     *
     * // passes
     * assertThat(lake.table("a")).files().areNotRewritten();
     *
     * lake.sql("OPTIMIZE a");
     *
     * // fails and shows the commit with its files
     * assertThat(lake.table("a")).files().areNotRewritten();
     * }</pre>
     *
     * @throws AssertionError when one is gone
     */
    public FilesAssert areNotRewritten() {
        List<LogCommit> rewriting = table.logSinceSeed().stream()
                .filter(commit -> !commit.gone().isEmpty())
                .toList();

        if (!rewriting.isEmpty()) {
            throw table.failure(FileMessages.rewritten(table.tableName(), rewriting));
        }

        return this;
    }

    /** Go back to the table. */
    public LakeTableAssert returnToTable() {
        return table;
    }

    private FilesAssert haveAll(Predicate<StoredFile> wanted, String what) {
        List<StoredFile> others =
                actual.files().stream().filter(wanted.negate()).toList();

        if (!others.isEmpty()) {
            throw table.failure(FileMessages.without(table.tableName(), what, others));
        }

        return this;
    }
}
