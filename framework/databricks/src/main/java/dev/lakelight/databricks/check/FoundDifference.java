package dev.lakelight.databricks.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rows differ.
 *
 * @param missing number of expected rows that are not there, those with another row of their key included
 * @param unexpected number of rows that nobody expected, those with the key of an expected one included
 * @param changed number of rows with the key of an expected one
 * @param rows the first of the missing and of the unexpected ones
 */
record FoundDifference(long missing, long unexpected, long changed, List<FoundRow> rows) {

    /**
     * A differing row.
     *
     * @param n how often it is there, less how often it is expected
     * @param cells values as text
     */
    record FoundRow(long n, List<@Nullable String> cells) {}
}
