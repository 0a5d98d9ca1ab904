package dev.lakelight.difference;

import static java.util.Objects.requireNonNullElse;

import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes differences for people who read them in a console. */
public final class DifferenceText {

    private static final String INDENT = "  ";

    /** Of wider tables columns are left out that nobody needs to see. */
    private static final int WIDE = 8;

    private final TableDifference difference;
    private final List<Integer> columns;

    private DifferenceText(TableDifference difference) {
        this.difference = difference;
        this.columns = IntStream.range(0, difference.columns().size())
                .filter(this::isShown)
                .boxed()
                .toList();
    }

    /**
     * Return several lines: a sentence, the notes, and a table or a tree of the differences.
     *
     * @param notes what else is to be said: how many rows there are, how they were paired
     */
    public static String of(TableDifference difference, List<String> notes) {
        DifferenceText text = new DifferenceText(difference);
        List<String> lines = new ArrayList<>();
        lines.add(text.sentence());
        notes.forEach(note -> lines.add(INDENT + note));
        lines.add("");
        text.body().forEach(line -> lines.add(INDENT + line));
        lines.add("");
        lines.add(INDENT + text.legend());
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }

    private boolean isOfSchemas() {
        return !difference.schemaTree().isEmpty();
    }

    private String sentence() {
        return isOfSchemas()
                ? "%s has another schema than %s".formatted(difference.table(), difference.expectation())
                : "%s differs from %s: %s".formatted(difference.table(), difference.expectation(), totals());
    }

    private String totals() {
        List<String> totals = new ArrayList<>();
        addTotal(totals, difference.missing(), "missing");
        addTotal(totals, difference.unexpected(), "unexpected");
        addTotal(totals, difference.changed(), "changed");
        return String.join(", ", totals);
    }

    private static void addTotal(List<String> totals, long count, String kind) {
        if (count > 0) {
            totals.add("%d %s".formatted(count, kind));
        }
    }

    private List<String> body() {
        return isOfSchemas() ? difference.schemaTree() : new TextTable(rows()).lines();
    }

    private boolean isShown(int column) {
        return difference.columns().size() <= WIDE
                || difference.key().contains(difference.columns().get(column))
                || difference.rows().stream().anyMatch(row -> isChanged(row, column));
    }

    /** All cells of a row without a partner are worth seeing. */
    private static boolean isChanged(RowDifference row, int column) {
        return row.expected() == null
                || row.actual() == null
                || !Objects.equals(row.expected().get(column), row.actual().get(column));
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(withMarker(
                "",
                columns.stream()
                        .map(difference.columns()::get)
                        .map(ShownCell::of)
                        .toList()));
        difference.rows().forEach(row -> rows.add(withMarker(marker(row), cells(row))));
        return rows;
    }

    private static List<String> withMarker(String marker, List<String> cells) {
        return Stream.concat(Stream.of(marker), cells.stream()).toList();
    }

    private static String marker(RowDifference row) {
        String marker = switch (row.kind()) {
            case MISSING -> "-";
            case UNEXPECTED -> "+";
            case CHANGED -> "~";
        };
        return row.count() == 1 ? marker : "%s %dx".formatted(marker, row.count());
    }

    private List<String> cells(RowDifference row) {
        List<@Nullable String> expected = requireNonNullElse(row.expected(), row.actual());
        List<@Nullable String> actual = requireNonNullElse(row.actual(), expected);
        return columns.stream()
                .map(i -> ShownCell.of(expected.get(i), actual.get(i)))
                .toList();
    }

    private String legend() {
        if (isOfSchemas()) {
            return "- missing   + unexpected   ~ expected -> actual";
        }

        List<String> legend = new ArrayList<>();
        addLegend(legend, Kind.MISSING, "- missing");
        addLegend(legend, Kind.UNEXPECTED, "+ unexpected");
        addLegend(legend, Kind.CHANGED, "~ changed [expected -> actual]");
        long shown = difference.rows().stream().mapToLong(RowDifference::count).sum();
        String cut = shown < difference.total() ? ";  %d of %d shown".formatted(shown, difference.total()) : "";
        int hidden = difference.columns().size() - columns.size();
        String narrowed = hidden > 0 ? ";  %d columns without a change are left out".formatted(hidden) : "";
        return String.join("   ", legend) + cut + narrowed;
    }

    private void addLegend(List<String> legend, Kind kind, String text) {
        if (difference.rows().stream().anyMatch(row -> row.kind() == kind)) {
            legend.add(text);
        }
    }
}
