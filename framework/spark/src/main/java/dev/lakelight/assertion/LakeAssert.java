package dev.lakelight.assertion;

import dev.lakelight.lake.Lake;
import dev.lakelight.lake.TableChange;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions about a lake as a whole. What is compared are versions of Delta tables and files of others, not rows, and no Spark job
 * runs.
 */
public class LakeAssert extends AbstractAssert<LakeAssert, Lake> {

    LakeAssert(Lake actual) {
        super(actual, LakeAssert.class);
    }

    /**
     * Verify which tables are not what they were at the start of the lake: each of these, and no other. Created and dropped tables
     * count, seeds do not.
     *
     * <pre>{@code
     * lake.sql("INSERT INTO silver.orders VALUES (1)");
     *
     * // passes
     * assertThat(lake).changedOnly("silver.orders");
     *
     * lake.sql("DROP TABLE bronze.orders");
     *
     * // fails: bronze.orders was dropped
     * assertThat(lake).changedOnly("silver.orders");
     * }</pre>
     *
     * @param tables as {@link Lake#tables} names them, or <code>delta.`/path`</code>
     * @throws AssertionError when others changed, or one of these did not
     */
    public LakeAssert changedOnly(String... tables) {
        isNotNull();
        Set<String> expected = new TreeSet<>(Arrays.asList(tables));
        List<TableChange> changes = actual.changes();
        List<TableChange> others = changes.stream()
                .filter(change -> !expected.contains(change.table()))
                .toList();
        changes.forEach(change -> expected.remove(change.table()));

        if (!others.isEmpty() || !expected.isEmpty()) {
            throw failure(
                    "%s",
                    Messages.otherChanges(
                            actual.name(),
                            Arrays.asList(tables),
                            others.stream().map(TableChange::toString).toList(),
                            expected));
        }

        return this;
    }

    /**
     * Verify that all tables are what they were at the start of the lake.
     *
     * <pre>{@code
     * // passes
     * assertThat(lake).changedNothing();
     *
     * lake.sql("CREATE TABLE a AS SELECT 1 AS id");
     *
     * // fails: a was created
     * assertThat(lake).changedNothing();
     * }</pre>
     *
     * @throws AssertionError when one was created, changed or dropped
     */
    public LakeAssert changedNothing() {
        return changedOnly();
    }
}
