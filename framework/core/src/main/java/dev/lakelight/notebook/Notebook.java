package dev.lakelight.notebook;

import dev.lakelight.result.SourceLocation;
import java.util.List;
import java.util.Objects;

/**
 * A notebook in source format. It keeps the file's own line endings, blank lines and byte order mark, so that it is written
 * back byte for byte. Two notebooks are equal when their language and cells are. Immutable.
 */
public final class Notebook {

    private final String file;
    private final NotebookLanguage language;
    private final List<Cell> cells;
    private final String source;

    Notebook(String file, NotebookLanguage language, List<Cell> cells, String source) {
        this.file = file;
        this.language = language;
        this.cells = List.copyOf(cells);
        this.source = source;
    }

    /** Build a notebook in memory, in the form in which Databricks writes it. */
    public static NotebookBuilder builder(NotebookLanguage language) {
        return new NotebookBuilder(language);
    }

    /** Return the file it was read from, as messages name it. */
    public String file() {
        return file;
    }

    /** Return the language of its cells without magic. */
    public NotebookLanguage language() {
        return language;
    }

    /** Return the cells in order. */
    public List<Cell> cells() {
        return cells;
    }

    /** Return where a line of a cell's text is. */
    public SourceLocation location(Cell cell, int line) {
        return new SourceLocation(file, cell.fileLine(line));
    }

    /** Return the text of the file, byte order mark included. */
    String source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Notebook that && language == that.language && cells.equals(that.cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(language, cells);
    }

    @Override
    public String toString() {
        return "%s notebook %s %s".formatted(language.magic(), file, cells);
    }
}
