package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a table differs from what was expected. Either its schema does, and then {@code schemaTree} says so and no rows were
 * compared, or its rows do.
 *
 * @param table what was compared, as users name it
 * @param expectation what it was compared with: a file, another table, inline rows
 * @param schemaTree lines of the schema tree with the differing fields marked; empty when the schemas agree
 * @param columns compared columns, in order
 * @param key columns by which rows were paired; empty when there is no key
 * @param rows the shown differences, missing first, then unexpected, then changed
 * @param attached differing rows in full, for a file beside the report; of very many or very large ones the first
 * @param missing number of expected rows that are not there, shown or not
 * @param unexpected number of rows that nobody expected, shown or not
 * @param changed number of rows with the key of an expected row and other values, shown or not
 * @param lastWrite what made the table's last commit, or null when that is not known
 */
public record TableDifference(
        String table,
        String expectation,
        List<String> schemaTree,
        List<String> columns,
        List<String> key,
        List<RowDifference> rows,
        List<RowDifference> attached,
        long missing,
        long unexpected,
        long changed,
        @Nullable LastWrite lastWrite) {

    public TableDifference {
        requireNonNull(table, "table");
        requireNonNull(expectation, "expectation");
        schemaTree = List.copyOf(schemaTree);
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        rows = List.copyOf(rows);
        attached = List.copyOf(attached);
    }

    /** Return the same with what made the table's last commit. */
    public TableDifference lastWrittenBy(LastWrite write) {
        return new TableDifference(
                table, expectation, schemaTree, columns, key, rows, attached, missing, unexpected, changed, write);
    }

    /** Return the number of differing rows, shown or not. */
    public long total() {
        return missing + unexpected + changed;
    }

    /** Return the number of differing rows that are attached, each as often as it occurs. */
    public long totalAttached() {
        return attached.stream().mapToLong(RowDifference::count).sum();
    }

    /** What is wrong with a row. */
    public enum Kind {
        MISSING,
        UNEXPECTED,
        CHANGED
    }

    /**
     * One differing row, as text; a null cell is a SQL NULL.
     *
     * @param kind what is wrong with it
     * @param expected cells of the expected row, or null for an unexpected one
     * @param actual cells of the row that was found, or null for a missing one
     * @param count how often this very difference occurs
     */
    public record RowDifference(
            Kind kind,
            @Nullable List<@Nullable String> expected,
            @Nullable List<@Nullable String> actual,
            long count) {

        public RowDifference {
            requireNonNull(kind, "kind");
            expected = copyWithNulls(expected);
            actual = copyWithNulls(actual);
        }

        private static @Nullable List<@Nullable String> copyWithNulls(@Nullable List<@Nullable String> cells) {
            return cells == null ? null : Collections.unmodifiableList(new ArrayList<>(cells));
        }
    }
}
