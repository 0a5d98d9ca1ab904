package dev.lakelight.notebook;

import dev.lakelight.notebook.JsonValue.Elements;
import java.util.List;

/**
 * Jupyter's format, nbformat 4, with what Databricks adds to its metadata.
 *
 * @param preset language of new notebooks, and of those that name none: as in Databricks' import, that is Python
 * @see <a href="https://nbformat.readthedocs.io/en/latest/format_description.html">the format</a>
 */
record JupyterFormat(NotebookLanguage preset) implements NotebookFormat {

    JupyterFormat() {
        this(NotebookLanguage.PYTHON);
    }

    @Override
    public Notebook read(String file, String source) {
        JupyterFile json = new JupyterFile(file, NotebookText.withoutMark(source));
        Elements cells = json.cells();
        NotebookLanguage language = JupyterLanguage.of(json, preset);
        List<Cell> read = new JupyterCells(json, language).read(cells);
        return new Notebook(
                new NotebookOrigin(file, source, this), new NotebookContent(language, read, JupyterWidgets.of(json)));
    }

    @Override
    public String replace(Notebook notebook, Cell cell, String text) {
        return new JupyterEdit(notebook).replace(cell, text);
    }

    @Override
    public String write(String name, List<CellDraft> cells) {
        return new JupyterDraft(preset).write(name, cells);
    }

    @Override
    public String extension() {
        return NotebookFiles.JUPYTER;
    }
}
