package dev.lakelight.notebook;

import dev.lakelight.notebook.JsonValue.Elements;
import dev.lakelight.notebook.JsonValue.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes cells of those of a Jupyter notebook. */
final class JupyterCells {

    private final JupyterFile json;
    private final NotebookLanguage language;

    JupyterCells(JupyterFile json, NotebookLanguage language) {
        this.json = json;
        this.language = language;
    }

    List<Cell> read(Elements values) {
        List<Cell> cells = new ArrayList<>();
        values.values().forEach(value -> cells.add(cell(value, cells.size() + 1)));
        return cells;
    }

    private Cell cell(JsonValue value, int number) {
        if (!(value instanceof Members)) {
            throw incomplete(value, number, "it is %s, not an object".formatted(value.kind()));
        }

        JsonValue type =
                value.member("cell_type").orElseThrow(() -> incomplete(value, number, "it has no 'cell_type'"));
        JsonValue source = value.member("source").orElseThrow(() -> incomplete(value, number, "it has no 'source'"));
        List<CellLine> lines = new JupyterSource(json, number).lines(source);
        String title = title(value);

        return switch (type instanceof JsonValue.Text text ? text.value() : "") {
            case "code" -> code(number, title, lines);
            case "markdown" -> new Cell(number, isSandbox(value) ? "md-sandbox" : "md", title, lines);
            case "raw" -> new Cell(number, "raw", title, lines);
            default -> throw incomplete(type, number, "its 'cell_type' is %s".formatted(type.kind()));
        };
    }

    private Cell code(int number, @Nullable String title, List<CellLine> lines) {
        MagicLines magic = MagicLines.bare(lines);
        return magic.name() == null
                ? new Cell(number, language.magic(), title, lines)
                : new Cell(number, magic.name(), title, magic.lines());
    }

    private static @Nullable String title(JsonValue cell) {
        Optional<JsonValue> ours = ours(cell);
        boolean shown = ours.flatMap(value -> value.member("showTitle"))
                .filter(JupyterCells::isTrue)
                .isPresent();
        return shown ? ours.flatMap(value -> value.textOf("title")).orElse(null) : null;
    }

    private static boolean isSandbox(JsonValue cell) {
        return ours(cell)
                .flatMap(value -> value.member(JupyterKeys.SANDBOX))
                .filter(JupyterCells::isTrue)
                .isPresent();
    }

    private static boolean isTrue(JsonValue value) {
        return value.kind().equals("true");
    }

    private static Optional<JsonValue> ours(JsonValue cell) {
        return cell.member("metadata").flatMap(metadata -> metadata.member(JupyterKeys.CELL));
    }

    private NotebookFormatException incomplete(JsonValue value, int number, String problem) {
        return NotebookFormatException.incompleteCell(json.place(value, number), problem);
    }
}
