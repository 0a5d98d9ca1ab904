package dev.lakelight.difference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Aligns cells in columns, with bars between them. */
public final class TextTable {

    private final List<List<String>> rows;
    private final int[] widths;

    /** Make a table of rows with as many cells each; there is at least one. */
    public TextTable(List<List<String>> rows) {
        this.rows = rows;
        this.widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    /** Return a line for each row. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row, column))
                .collect(Collectors.joining(" | "));
    }

    private String padded(List<String> row, int column) {
        String cell = row.get(column);
        return cell + " ".repeat(widths[column] - width(cell));
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
