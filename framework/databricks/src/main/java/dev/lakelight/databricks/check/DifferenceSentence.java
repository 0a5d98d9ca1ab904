package dev.lakelight.databricks.check;

import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.RowDifference;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a difference in words. */
final class DifferenceSentence {

    private static final int LONGEST_CELL = 60;
    private static final int ROWS = 10;

    private DifferenceSentence() {}

    static String of(TableDifference difference) {
        if (!difference.schemaTree().isEmpty()) {
            return "%s does not have the columns of %s:%s"
                    .formatted(difference.table(), difference.expectation(), lines(difference.schemaTree()));
        }

        List<String> shown = difference.rows().stream()
                .limit(ROWS)
                .map(DifferenceSentence::row)
                .toList();
        long more = difference.total()
                - difference.rows().stream()
                        .limit(ROWS)
                        .mapToLong(RowDifference::count)
                        .sum();
        return "%s differs from %s: %d missing, %d unexpected, %d changed.\n    %s%s%s"
                .formatted(
                        difference.table(),
                        difference.expectation(),
                        difference.missing(),
                        difference.unexpected(),
                        difference.changed(),
                        String.join(" | ", difference.columns()),
                        lines(shown),
                        more > 0 ? "\n    and %d more".formatted(more) : "");
    }

    private static String lines(List<String> lines) {
        return lines.stream().map("\n    "::concat).collect(Collectors.joining());
    }

    private static String row(RowDifference row) {
        String times = row.count() == 1 ? "" : "  (%d times)".formatted(row.count());
        return switch (row.kind()) {
            case MISSING -> "- " + cells(row.expected()) + times;
            case UNEXPECTED -> "+ " + cells(row.actual()) + times;
            case CHANGED -> "- %s%n    + %s%s".formatted(cells(row.expected()), cells(row.actual()), times);
        };
    }

    private static String cells(@Nullable List<@Nullable String> cells) {
        return cells == null ? "" : cells.stream().map(DifferenceSentence::cell).collect(Collectors.joining(" | "));
    }

    private static String cell(@Nullable String cell) {
        if (cell == null) {
            return "NULL";
        }

        String line = cell.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= LONGEST_CELL ? line : line.substring(0, LONGEST_CELL) + "...";
    }
}
