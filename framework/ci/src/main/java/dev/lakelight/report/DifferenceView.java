package dev.lakelight.report;

import dev.lakelight.report.CellView.Value;
import dev.lakelight.result.LastWrite;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.RowDifference;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One table difference on the page.
 *
 * @param table that was compared
 * @param expectation what it was compared with
 * @param totals how many rows differ in which way
 * @param schema lines of the schema tree; empty when the schemas agree
 * @param columns compared columns
 * @param rows that differ
 * @param lastWrite what made the last commit of the table; empty when not known
 * @param notShown how many differing rows are not shown; empty when none
 * @param file with the differing rows in full, from the folder of the page; empty when there is none
 * @param fileNote what is in it
 */
record DifferenceView(
        String table,
        String expectation,
        String totals,
        List<SchemaLine> schema,
        List<Column> columns,
        List<Row> rows,
        String lastWrite,
        String notShown,
        String file,
        String fileNote) {

    /** A line of the schema tree, and whether it tells of a difference. */
    record SchemaLine(String text, String mark) {}

    /** A column, and whether rows are paired by it. */
    record Column(String name, boolean key) {}

    /** A row: what is wrong with it, its sign, how often it occurs, and its cells. */
    record Row(String kind, String sign, String times, List<Cell> cells) {}

    /** A cell; what was expected is null unless it differs from what was found. */
    record Cell(@Nullable Value expected, Value value, boolean key) {}

    private static final int LINE_LIMIT = 500;

    static DifferenceView of(TableDifference difference, DifferenceFiles files) {
        List<Column> columns = difference.columns().stream()
                .map(name -> new Column(
                        PlainText.line(name, LINE_LIMIT), difference.key().contains(name)))
                .toList();
        return new DifferenceView(
                PlainText.line(difference.table(), LINE_LIMIT),
                PlainText.line(difference.expectation(), LINE_LIMIT),
                DifferenceWording.totals(difference),
                difference.schemaTree().stream().map(DifferenceView::schemaLine).toList(),
                columns,
                difference.rows().stream().map(row -> row(row, columns)).toList(),
                lastWrite(difference),
                DifferenceWording.notShown(difference),
                Objects.requireNonNullElse(files.of(difference), ""),
                files.note(difference));
    }

    private static String lastWrite(TableDifference difference) {
        LastWrite write = difference.lastWrite();
        return write == null ? "" : PlainText.line(write.describe(), LINE_LIMIT);
    }

    boolean hasSchema() {
        return !schema.isEmpty();
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static SchemaLine schemaLine(String line) {
        String text = PlainText.visible(line);
        char first = text.isEmpty() ? ' ' : text.charAt(0);
        return new SchemaLine(text, first == ' ' ? "" : "differs");
    }

    private static Row row(RowDifference row, List<Column> columns) {
        String times = row.count() == 1 ? "" : "× " + Wording.number(row.count());
        List<Cell> cells = IntStream.range(0, columns.size())
                .mapToObj(index -> cell(row, index, columns.get(index).key()))
                .toList();
        return new Row(DifferenceWording.kind(row.kind()), sign(row.kind()), times, cells);
    }

    private static String sign(TableDifference.Kind kind) {
        return switch (kind) {
            case MISSING -> "−";
            case UNEXPECTED -> "+";
            case CHANGED -> "≠";
        };
    }

    private static Cell cell(RowDifference row, int index, boolean key) {
        List<@Nullable String> expected = row.expected();
        List<@Nullable String> actual = row.actual();

        if (expected == null || actual == null) {
            List<@Nullable String> only = expected == null ? actual : expected;
            return new Cell(null, Value.of(only == null ? null : only.get(index)), key);
        }

        boolean same = Objects.equals(expected.get(index), actual.get(index));
        return new Cell(same ? null : Value.of(expected.get(index)), Value.of(actual.get(index)), key);
    }
}
