package dev.lakelight.notebook;

import dev.lakelight.notebook.JsonValue.Elements;
import dev.lakelight.notebook.JsonValue.Members;
import dev.lakelight.notebook.NotebookFormatException.Place;
import dev.lakelight.result.SourceLocation;

/** The JSON of a Jupyter notebook, and where its values are. */
final class JupyterFile {

    private final String file;
    private final String text;
    private final TextIndex index;
    private final JsonValue root;

    /** Read a text without byte order mark. */
    JupyterFile(String file, String text) {
        this.file = file;
        this.text = text;
        this.index = new TextIndex(text);
        this.root = JsonText.read(file, text);
    }

    JsonValue root() {
        return root;
    }

    String text() {
        return text;
    }

    TextIndex index() {
        return index;
    }

    /** Return the cells, which makes sure that this is a notebook. */
    Elements cells() {
        if (!(root instanceof Members)) {
            throw NotebookFormatException.notJupyter(place(root, 0), "it is %s, not an object".formatted(root.kind()));
        }

        JsonValue version = root.member("nbformat")
                .orElseThrow(() -> NotebookFormatException.notJupyter(place(root, 0), "it has no 'nbformat'"));

        if (!version.kind().equals("4")) {
            throw NotebookFormatException.otherVersion(place(version, 0), version.kind());
        }

        JsonValue cells = root.member("cells")
                .orElseThrow(() -> NotebookFormatException.notJupyter(place(root, 0), "it has no 'cells'"));

        if (cells instanceof Elements elements) {
            return elements;
        }

        throw NotebookFormatException.notJupyter(
                place(cells, 0), "its 'cells' are %s, not a list".formatted(cells.kind()));
    }

    /** Return the place of a value, in a cell when the number is positive. */
    Place place(JsonValue value, int cell) {
        int offset = Math.min(value.start(), text.length());
        return new Place(new SourceLocation(file, index.line(offset)), index.column(offset), cell);
    }
}
