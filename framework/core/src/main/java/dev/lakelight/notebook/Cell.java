package dev.lakelight.notebook;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a notebook. Two cells are equal when they stand at the same position and have the same language, title and text,
 * however they are laid out in their files.
 */
public final class Cell {

    private final int number;
    private final String language;
    private final @Nullable String title;
    private final List<CellLine> lines;
    private final String text;

    Cell(int number, String language, @Nullable String title, List<CellLine> lines) {
        this.number = number;
        this.language = language;
        this.title = title;
        this.lines = List.copyOf(lines);
        this.text = String.join("\n", lines.stream().map(CellLine::text).toList());
    }

    /** Return the 1-based position in the notebook. */
    public int number() {
        return number;
    }

    /**
     * Return what its magic says, or the notebook's language when it has none: {@code sql python scala r java}, {@code md
     * md-sandbox}, {@code run fs sh pip}, any other magic under its own name, and {@code raw} for a raw cell of Jupyter. Lower
     * case, {@code py} written out.
     *
     * <p>A cell that begins with a line magic of Python, such as {@code %pip}, and goes on with anything else is in Python; such
     * lines are part of its text.
     */
    public String language() {
        return language;
    }

    /** Return the title, when it has one that is shown. */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /** Return the code, its lines joined with line feeds: no title line, no marks before the lines, no magic. */
    public String text() {
        return text;
    }

    /** Return the 1-based line in the file of the first line that is not blank, or of the cell when all are. */
    public int line() {
        return lines.stream()
                .filter(line -> !line.text().isBlank())
                .findFirst()
                .map(CellLine::fileLine)
                .orElseGet(() -> lines.get(0).fileLine());
    }

    /** Return the line in the file for a line of the text, both 1-based; a line behind the last counts as the last. */
    public int fileLine(int line) {
        return lineAt(line).fileLine();
    }

    /** Return the column in the file for a column in a line of the text, all 1-based. */
    public int fileColumn(int line, int column) {
        return lineAt(line).columns().inFile(column);
    }

    List<CellLine> lines() {
        return lines;
    }

    private CellLine lineAt(int line) {
        return lines.get(Math.max(1, Math.min(line, lines.size())) - 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell that
                && number == that.number
                && language.equals(that.language)
                && Objects.equals(title, that.title)
                && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, language, title, text);
    }

    @Override
    public String toString() {
        return "cell %d (%s, line %d): %s".formatted(number, language, line(), text);
    }
}
