package dev.lakelight.notebook;

import dev.lakelight.result.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A notebook, in source format or as an {@code .ipynb} file. It keeps the text of its file, with line endings, outputs, metadata
 * and layout, so that it is written back byte for byte. Two notebooks are equal when their language, cells and widgets are. Immutable.
 */
public final class Notebook {

    private final NotebookOrigin origin;
    private final NotebookContent content;

    Notebook(NotebookOrigin origin, NotebookContent content) {
        this.origin = origin;
        this.content = content;
    }

    /** Build a notebook in memory, in the form in which Databricks writes it. */
    public static NotebookBuilder builder(NotebookLanguage language) {
        return new NotebookBuilder(language);
    }

    /** Return the file it was read from, as messages name it. */
    public String file() {
        return origin.file();
    }

    /** Return the language of its cells without magic. */
    public NotebookLanguage language() {
        return content.language();
    }

    /** Return the cells in order. */
    public List<Cell> cells() {
        return content.cells();
    }

    /**
     * Return the default values of the widgets that an {@code .ipynb} of Databricks keeps in its metadata, by name: those that were
     * made in its editor exist without any cell that creates them. Empty in source format.
     */
    public Map<String, String> widgets() {
        return content.widgets();
    }

    /** Return where a line of a cell's text is. */
    public SourceLocation location(Cell cell, int line) {
        return new SourceLocation(file(), cell.fileLine(line));
    }

    /**
     * Return a notebook with another text in one of its cells. Everything else in its file stays as it is, byte for byte: other
     * cells, titles, line endings, metadata, and outputs, also those of the cell.
     *
     * @param cell one of this notebook
     * @param text the code, as {@link Cell#text()} has it: lines end with a line feed, no marks, no magic
     * @throws IllegalArgumentException when the cell is not of this notebook, or the format has no way to write the text
     */
    public Notebook withText(Cell cell, String text) {
        int index = cells().indexOf(cell);

        if (index < 0) {
            throw new IllegalArgumentException("%s has no %s".formatted(file(), cell));
        }

        List<CellDraft> expected =
                new ArrayList<>(cells().stream().map(CellDraft::of).toList());
        expected.set(index, expected.get(index).withText(text));
        NotebookFormat format = origin.format();
        Notebook changed = format.read(file(), NotebookText.encodable(format.replace(this, cells().get(index), text)));
        CellDraft.requireKept(expected, changed.cells());
        return changed;
    }

    /** Return the text of the file, byte order mark included. */
    String source() {
        return origin.source();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Notebook that && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return "%s notebook %s %s".formatted(language().magic(), file(), cells());
    }
}
