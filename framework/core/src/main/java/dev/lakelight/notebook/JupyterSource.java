package dev.lakelight.notebook;

import dev.lakelight.notebook.JsonValue.Elements;
import dev.lakelight.notebook.JsonValue.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The source of a cell: a string, or a list of strings, commonly one for each line. Knows where each character is in the file. */
final class JupyterSource {

    private final JupyterFile json;
    private final int cell;
    private final StringBuilder text = new StringBuilder();
    private int[] offsets = new int[256];

    JupyterSource(JupyterFile json, int cell) {
        this.json = json;
        this.cell = cell;
    }

    /** Return the lines without their ends. */
    List<CellLine> lines(JsonValue source) {
        read(source);
        List<CellLine> lines = new ArrayList<>();
        int start = 0;

        for (int feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", start)) {
            boolean windows = feed > start && text.charAt(feed - 1) == '\r';
            lines.add(line(start, windows ? feed - 1 : feed));
            start = feed + 1;
        }

        lines.add(line(start, text.length()));
        return lines;
    }

    /** Return the whole text as it is. */
    String text(JsonValue source) {
        read(source);
        return text.toString();
    }

    private void read(JsonValue source) {
        offsets[0] = source.start();

        if (source instanceof Elements list) {
            list.values().forEach(this::append);
        } else {
            append(source);
        }
    }

    private void append(JsonValue value) {
        if (!(value instanceof Text piece)) {
            throw NotebookFormatException.incompleteCell(
                    json.place(value, cell),
                    "its 'source' has to be a text or a list of texts, but holds %s".formatted(value.kind()));
        }

        int offset = piece.start() + 1;
        int length = text.length();
        text.append(piece.value());
        offsets = text.length() < offsets.length ? offsets : Arrays.copyOf(offsets, 2 * text.length());

        for (int i = length; i < text.length(); i++) {
            offsets[i] = offset;
            offset += lengthOf(offset);
        }

        offsets[text.length()] = offset;
    }

    /** Return how many characters of the file stand for the one at an offset. */
    private int lengthOf(int offset) {
        if (json.text().charAt(offset) != '\\') {
            return 1;
        }

        return json.text().charAt(offset + 1) == 'u' ? 6 : 2;
    }

    private CellLine line(int start, int end) {
        int last = offsets[end];
        TextIndex index = json.index();
        int[] columns = Arrays.copyOfRange(offsets, start, end + 1);
        return new CellLine(
                text.substring(start, end),
                index.line(offsets[start]),
                column -> index.column(column <= columns.length ? columns[Math.max(0, column - 1)] : last));
    }
}
