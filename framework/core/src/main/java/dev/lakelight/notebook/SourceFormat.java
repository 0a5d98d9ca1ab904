package dev.lakelight.notebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The source format of Databricks: a plain file in the notebook's language, whose comments say where cells begin.
 *
 * @param language of cells that do not say theirs
 * @param headerNeeded whether a file without the header is no notebook; else it is one whose cells begin at its first line
 */
record SourceFormat(NotebookLanguage language, boolean headerNeeded) implements NotebookFormat {

    @Override
    public Notebook read(String file, String source) {
        String text = NotebookText.withoutMark(source);
        boolean header = text.startsWith(language.header());

        if (!header && headerNeeded) {
            throw NotebookFormatException.noHeader(file, language, NotebookText.beginningOf(text));
        }

        List<Cell> cells = new CellReader(language, header ? 1 : 0).read(SourceLine.of(text));
        return new Notebook(new NotebookOrigin(file, source, this), new NotebookContent(language, cells, Map.of()));
    }

    @Override
    public String replace(Notebook notebook, Cell cell, String text) {
        String source = NotebookText.withoutMark(notebook.source());
        String mark = source.length() < notebook.source().length() ? NotebookText.BYTE_ORDER_MARK : "";
        return mark + new SourceEdit(this, source).replace(cell, text);
    }

    @Override
    public String extension() {
        return language.extension();
    }

    @Override
    public String write(String name, List<CellDraft> cells) {
        List<String> texts = cells.stream().map(this::write).toList();
        String separator = "\n\n" + language.separator() + "\n\n";
        String end = cells.isEmpty() ? "" : "\n";
        return language.header() + "\n" + String.join(separator, texts) + end;
    }

    private String write(CellDraft cell) {
        return titleLine(cell.title()) + String.join("\n", linesOf(cell.language(), cell.text()));
    }

    private String titleLine(@Nullable String title) {
        return title == null ? "" : language.titlePrefix() + "1," + title + "\n";
    }

    /** Return the lines of a cell as they stand in the file. */
    List<String> linesOf(String magic, String text) {
        boolean own = magic.equals(language.magic());
        boolean mistakable = language == NotebookLanguage.PYTHON && MagicLines.isMistakable(text, magic);

        if (own && !mistakable) {
            return List.of(text.split("\n", -1));
        }

        return List.of(MagicLines.join(magic, text).split("\n", -1)).stream()
                .map(language::magicLine)
                .toList();
    }
}
