package dev.lakelight.notebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a new notebook together, cell by cell. */
public final class NotebookBuilder {

    private final NotebookLanguage language;
    private final List<CellDraft> drafts = new ArrayList<>();
    private @Nullable String title;

    NotebookBuilder(NotebookLanguage language) {
        this.language = language;
    }

    /** Give the next cell a title: one line, shown. */
    public NotebookBuilder title(String title) {
        this.title = title;
        return this;
    }

    /** Add a cell in the notebook's own language. */
    public NotebookBuilder cell(String text) {
        return cell(language.magic(), text);
    }

    /** Add a cell of another language, named as its magic without {@code %}. */
    public NotebookBuilder cell(String magic, String text) {
        drafts.add(new CellDraft(MagicLines.canonicalName(magic), title, text));
        title = null;
        return this;
    }

    /**
     * Return the notebook.
     *
     * @param name of its file; {@code .ipynb} makes it one of Jupyter, any other gets the extension of its language unless it
     *     has it
     * @throws IllegalArgumentException when the format has no way to write one of the cells, for instance because its text has a
     *     line that separates cells
     */
    public Notebook build(String name) {
        NotebookFormat format =
                NotebookFiles.isJupyter(name) ? new JupyterFormat(language) : new SourceFormat(language, true);
        String file = name.endsWith("." + format.extension()) ? name : name + "." + format.extension();
        Notebook notebook = format.read(file, NotebookText.encodable(format.write(file, drafts)));
        CellDraft.requireKept(drafts, notebook.cells());
        return notebook;
    }
}
