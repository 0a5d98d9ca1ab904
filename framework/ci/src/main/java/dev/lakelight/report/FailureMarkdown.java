package dev.lakelight.report;

import static dev.lakelight.report.MarkdownText.fenced;
import static dev.lakelight.report.MarkdownText.inline;

import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.RowDifference;
import dev.lakelight.result.TestResult;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One failed test in the summary: which, where, why, and what differs. */
final class FailureMarkdown {

    private static final int MESSAGE_LIMIT = 4_000;

    private FailureMarkdown() {}

    static String of(TestResult test) {
        StringBuilder text = new StringBuilder("### ")
                .append(inline(test.identity().suite()))
                .append(": ")
                .append(inline(test.identity().name()))
                .append(" (")
                .append(Wording.status(test.status()))
                .append(")\n\n");
        text.append(places(test));
        problem(text, test);
        test.differences().forEach(difference -> difference(text, difference));
        return text.toString();
    }

    private static String places(TestResult test) {
        StringBuilder list = new StringBuilder();
        SourceLocation source = test.identity().source();
        item(list, "Declared at", source == null ? "" : source.toString());
        item(list, "Ran", test.runs().stream().map(FailureMarkdown::run).collect(Collectors.joining(", ")));
        item(list, "Failed in", FailedCell.of(test).map(FailedCell::place).orElse(""));
        return list.isEmpty() ? "" : list.append('\n').toString();
    }

    private static String run(ModuleRun run) {
        return run.configuration() == null ? run.module() : "%s [%s]".formatted(run.module(), run.configuration());
    }

    private static void item(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append("- ").append(name).append(": ").append(inline(value)).append('\n');
        }
    }

    /** Add the message; of one that differences follow, which are its rest as tables, only the first line. */
    private static void problem(StringBuilder text, TestResult test) {
        Problem problem = test.problem();
        String message = problem == null ? "The test was lost." : problem.message();
        String shown = test.differences().isEmpty()
                ? fenced(PlainText.cut(message, MESSAGE_LIMIT))
                : inline(Wording.firstLine(message)) + "\n";
        text.append(shown).append('\n');
    }

    private static void difference(StringBuilder text, TableDifference difference) {
        text.append("**%s** differs from %s: %s\n\n"
                .formatted(
                        inline(difference.table()),
                        inline(difference.expectation()),
                        inline(DifferenceWording.totals(difference))));

        if (difference.lastWrite() != null) {
            text.append("Last written by ")
                    .append(inline(difference.lastWrite().describe()))
                    .append(".\n\n");
        }

        if (!difference.schemaTree().isEmpty()) {
            text.append(fenced(String.join("\n", difference.schemaTree()))).append('\n');
        }

        if (!difference.rows().isEmpty()) {
            rows(text, difference);
        }
    }

    private static void rows(StringBuilder text, TableDifference difference) {
        int columns = difference.columns().size();
        text.append("| | ")
                .append(joined(difference.columns()))
                .append(" |\n|---|")
                .append("---|".repeat(columns));
        difference
                .rows()
                .forEach(row -> text.append("\n| ").append(row(row, columns)).append(" |"));
        String more = DifferenceWording.notShown(difference);
        text.append(more.isEmpty() ? "\n\n" : "\n\n" + more + "\n\n");
    }

    private static String row(RowDifference row, int columns) {
        String cells = IntStream.range(0, columns)
                .mapToObj(column -> cell(row, column))
                .collect(Collectors.joining(" | "));
        String times = row.count() == 1 ? "" : " ×" + Wording.number(row.count());
        return DifferenceWording.kind(row.kind()) + times + " | " + cells;
    }

    private static String cell(RowDifference row, int column) {
        String expected = value(row.expected(), column);
        String actual = value(row.actual(), column);

        if (row.expected() == null || row.actual() == null) {
            return row.expected() == null ? actual : expected;
        }

        boolean same = Objects.equals(row.expected().get(column), row.actual().get(column));
        return same ? actual : "~~%s~~ → **%s**".formatted(expected, actual);
    }

    private static String value(@Nullable List<@Nullable String> cells, int column) {
        String value = cells == null ? null : cells.get(column);
        return value == null ? "*null*" : inline(DataText.of(value));
    }

    private static String joined(List<String> names) {
        return names.stream().map(MarkdownText::inline).collect(Collectors.joining(" | "));
    }
}
