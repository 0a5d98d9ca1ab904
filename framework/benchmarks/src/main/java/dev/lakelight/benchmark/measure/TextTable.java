package dev.lakelight.benchmark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown whose columns are aligned in plain text, too: names to the left, figures to the right. */
public final class TextTable {

    private static final int LEAST_WIDTH = 4;

    private final List<List<String>> lines = new ArrayList<>();

    /** Begin a table with its headings. */
    public TextTable(String... headings) {
        lines.add(List.of(headings));
    }

    /**
     * Add a row.
     *
     * @throws IllegalArgumentException when it has not as many cells as there are headings
     */
    public TextTable row(String... cells) {
        if (cells.length != lines.get(0).size()) {
            throw new IllegalArgumentException("A row of %d cells does not fit below %d headings."
                    .formatted(cells.length, lines.get(0).size()));
        }

        lines.add(List.of(cells).stream().map(cell -> cell.replace("|", "\\|")).toList());
        return this;
    }

    /** Return the table, each line with a line feed. */
    public String text() {
        List<String> text = new ArrayList<>(lines.stream().map(this::line).toList());
        text.add(1, rule());
        return String.join("\n", text) + "\n";
    }

    private String line(List<String> cells) {
        return columns()
                .mapToObj(column -> padded(cells.get(column), column))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String padded(String cell, int column) {
        String space = " ".repeat(width(column) - cell.length());
        return column == 0 ? cell + space : space + cell;
    }

    private String rule() {
        return columns().mapToObj(this::rule).collect(Collectors.joining("|", "|", "|"));
    }

    private String rule(int column) {
        String dashes = "-".repeat(width(column) + 1);
        return column == 0 ? dashes + "-" : dashes + ":";
    }

    private int width(int column) {
        int widest =
                lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
        return Math.max(LEAST_WIDTH, widest);
    }

    private IntStream columns() {
        return IntStream.range(0, lines.get(0).size());
    }
}
