package dev.lakelight.databricks.check;

import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.result.TableDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the columns of a table with those that are expected.
 *
 * @param expected what is expected
 * @param name what the expectation is called in messages
 * @param columns names of the expected columns, in order
 * @param found what was found
 */
record SchemaJudge(ExpectedTable expected, String name, List<String> columns, FoundTable found) {

    /** Of longer runs of equal columns the first few are shown. */
    private static final int LONG_RUN = 6;

    private static final int SHOWN_OF_LONG_RUN = 3;

    /** Return the difference when there are other columns, or of other types. Their order does not count. */
    List<TableDifference> exactly() {
        return among(columns);
    }

    /** Return the difference when an expected column is missing or of another type, or one is there that is not accepted. */
    List<TableDifference> among(List<String> accepted) {
        List<String> unexpected = found.columns().stream()
                .filter(column -> !accepted.isEmpty() && !accepted.contains(column))
                .toList();
        boolean same =
                unexpected.isEmpty() && IntStream.range(0, columns.size()).allMatch(this::isThere);
        return same ? List.of() : List.of(difference(unexpected));
    }

    private boolean isThere(int column) {
        String type = found.typeOf(columns.get(column));
        return type != null && (wanted(column) == null || type.equals(wanted(column)));
    }

    private @Nullable String wanted(int column) {
        return column < found.want().size() ? found.want().get(column) : null;
    }

    private TableDifference difference(List<String> unexpected) {
        List<String> tree = new ArrayList<>();
        IntStream.range(0, columns.size()).forEach(column -> tree.add(line(column)));
        unexpected.forEach(column -> tree.add("+ " + described(column, found.typeOf(column))));
        return new TableDifference(
                expected.expectation().table(),
                name,
                shortened(tree),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                null);
    }

    private String line(int column) {
        String actual = found.typeOf(columns.get(column));
        String text = described(columns.get(column), wanted(column) == null ? actual : wanted(column));

        if (actual == null) {
            return "- " + text;
        }

        return isThere(column) ? "  " + text : "~ %s -> %s".formatted(text, TypeText.of(actual));
    }

    /** An expected column may have no type; then one that is missing has its name only. */
    private static String described(String column, @Nullable String type) {
        return type == null ? column : "%s: %s".formatted(column, TypeText.of(type));
    }

    private static List<String> shortened(List<String> tree) {
        List<String> lines = new ArrayList<>();
        List<String> run = new ArrayList<>();

        for (String line : tree) {
            if (line.startsWith("  ")) {
                run.add(line);
            } else {
                addRun(run, lines);
                run.clear();
                lines.add(line);
            }
        }

        addRun(run, lines);
        return lines;
    }

    private static void addRun(List<String> run, List<String> lines) {
        int shown = run.size() > LONG_RUN ? SHOWN_OF_LONG_RUN : run.size();
        lines.addAll(run.subList(0, shown));

        if (shown < run.size()) {
            lines.add("  ... and %d more that agree".formatted(run.size() - shown));
        }
    }
}
