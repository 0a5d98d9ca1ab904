package dev.lakelight.databricks.check;

import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.result.TableDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares the columns of a table with those that are expected.
 *
 * @param expected what is expected
 * @param columns names of the expected columns, in order
 * @param found what was found
 */
record SchemaJudge(ExpectedTable expected, List<String> columns, FoundTable found) {

    /** Return the difference when there are other columns, of other types or in another order. */
    List<TableDifference> exactly() {
        boolean same = found.columns().size() == columns.size();

        for (int i = 0; same && i < columns.size(); i++) {
            same = found.columns().get(i).equalsIgnoreCase(columns.get(i))
                    && Objects.equals(found.types().get(i), wanted(i));
        }

        return same ? List.of() : List.of(difference(List.of()));
    }

    /** Return the difference when an expected column is missing or of another type, or one is there that is not accepted. */
    List<TableDifference> among(List<String> accepted) {
        boolean missing = false;

        for (int i = 0; i < columns.size(); i++) {
            missing |= !isThere(i);
        }

        List<String> unexpected = accepted.isEmpty()
                ? List.of()
                : found.columns().stream()
                        .filter(column -> accepted.stream().noneMatch(column::equalsIgnoreCase))
                        .toList();
        return missing || !unexpected.isEmpty() ? List.of(difference(accepted)) : List.of();
    }

    private boolean isThere(int column) {
        String type = found.typeOf(columns.get(column));
        return type != null && (wanted(column) == null || type.equals(wanted(column)));
    }

    private @Nullable String wanted(int column) {
        return column < found.want().size() ? found.want().get(column) : null;
    }

    private TableDifference difference(List<String> accepted) {
        List<String> tree = new ArrayList<>();

        for (int i = 0; i < columns.size(); i++) {
            String type = Objects.requireNonNullElse(wanted(i), "any type");
            String actual = found.typeOf(columns.get(i));
            tree.add(line(columns.get(i), type, actual));
        }

        found.columns().stream()
                .filter(column -> columns.stream().noneMatch(column::equalsIgnoreCase))
                .filter(column -> accepted.stream().noneMatch(column::equalsIgnoreCase))
                .forEach(column -> tree.add("+ %s: %s, not expected".formatted(column, found.typeOf(column))));
        return new TableDifference(
                expected.expectation().table(),
                expected.rowsName().isEmpty() ? "the schema" : expected.rowsName(),
                tree,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                null);
    }

    private static String line(String column, String wanted, @Nullable String actual) {
        if (actual == null) {
            return "- %s: %s, missing".formatted(column, wanted);
        }

        return actual.equals(wanted) || wanted.equals("any type")
                ? "  %s: %s".formatted(column, actual)
                : "! %s: %s, but is %s".formatted(column, wanted, actual);
    }
}
