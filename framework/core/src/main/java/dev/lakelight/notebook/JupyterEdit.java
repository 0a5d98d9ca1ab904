package dev.lakelight.notebook;

import java.util.List;

/** Puts another text into a cell of a Jupyter notebook. */
final class JupyterEdit {

    private final Notebook notebook;
    private final JupyterFile json;

    JupyterEdit(Notebook notebook) {
        this.notebook = notebook;
        this.json = new JupyterFile(notebook.file(), NotebookText.withoutMark(notebook.source()));
    }

    String replace(Cell cell, String text) {
        JsonValue value = json.cells().values().get(cell.number() - 1);
        JsonValue source = value.member("source").orElseThrow();
        String old = new JupyterSource(json, cell.number()).text(source);
        boolean code = value.textOf("cell_type").filter("code"::equals).isPresent();
        String written = JupyterStyle.of(json).write(source, code ? code(cell, old, text) : text);
        int mark = notebook.source().length() - json.text().length();
        String file = notebook.source();
        return file.substring(0, mark + source.start()) + written + file.substring(mark + source.end());
    }

    /** Keep the magic, and what stands before it, as it is. */
    private String code(Cell cell, String old, String text) {
        List<CellLine> lines = CellLine.of(old.replace("\r\n", "\n"));
        int index = lines.size() - cell.lines().size();
        String first = lines.get(index).text();
        int length = first.length() - cell.lines().get(0).text().length();
        String prefix = first.substring(0, length);

        if (!prefix.contains("%")) {
            return JupyterDraft.code(notebook.language(), cell.language(), text);
        }

        String[] parts = text.split("\n", 2);
        String before = "\n".repeat(index) + MagicLines.joinPrefix(prefix, parts[0]);
        return parts.length == 1 ? before : before + "\n" + parts[1];
    }
}
