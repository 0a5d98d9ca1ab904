package dev.lakelight.notebook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** Writes a new Jupyter notebook as Databricks exports it: keys in order, no ids, no outputs. */
final class JupyterDraft {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final NotebookLanguage language;

    JupyterDraft(NotebookLanguage language) {
        this.language = language;
    }

    String write(String file, List<CellDraft> cells) {
        ObjectNode notebook = NODES.objectNode();
        cells.forEach(cell -> notebook.withArray("/cells").add(cell(cell)));
        notebook.withArray("/cells");
        notebook.set("metadata", metadata(file));
        notebook.put("nbformat", 4).put("nbformat_minor", 0);
        return JupyterStyle.pretty(notebook) + "\n";
    }

    private ObjectNode metadata(String file) {
        ObjectNode metadata = NODES.objectNode();
        ObjectNode ours = metadata.putObject(JupyterKeys.NOTEBOOK);
        ours.putArray("dashboards");
        ours.put("language", language.magic());
        ours.putObject("notebookMetadata");
        ours.put("notebookName", nameOf(file));
        ours.putObject("widgets");
        metadata.putObject("language_info").put("name", language.magic());
        return metadata;
    }

    private static String nameOf(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.substring(0, name.lastIndexOf('.'));
    }

    private ObjectNode cell(CellDraft draft) {
        ObjectNode cell = NODES.objectNode();
        String type = typeOf(draft);
        boolean code = type.equals("code");
        cell.put("cell_type", type);

        if (code) {
            cell.put("execution_count", 0);
        }

        cell.putObject("metadata").set(JupyterKeys.CELL, metadata(draft));

        if (code) {
            cell.putArray("outputs");
        }

        String source = code ? code(language, draft.language(), draft.text()) : draft.text();
        var lines = cell.putArray("source");
        linesOf(source).forEach(lines::add);
        return cell;
    }

    private static String typeOf(CellDraft draft) {
        return switch (draft.language()) {
            case "md", "md-sandbox" -> "markdown";
            case "raw" -> "raw";
            default -> "code";
        };
    }

    private static ObjectNode metadata(CellDraft draft) {
        ObjectNode ours = NODES.objectNode();
        ours.putObject("cellMetadata");
        ours.putObject("inputWidgets");

        if (draft.language().equals("md-sandbox")) {
            ours.put(JupyterKeys.SANDBOX, true);
        }

        ours.put("showTitle", draft.title() != null);
        return ours.put("title", draft.title() == null ? "" : draft.title());
    }

    /** Return the source of a code cell: with its magic where it is not, or could be taken not to be, in the own language. */
    static String code(NotebookLanguage own, String magic, String text) {
        boolean bare = own.magic().equals(magic) && !MagicLines.isMistakable(text, magic);
        return bare ? text : MagicLines.join(magic, text);
    }

    /** Cut behind line feeds; an empty text has no lines. */
    static List<String> linesOf(String text) {
        return text.isEmpty() ? List.of() : Stream.of(text.split("(?<=\n)")).toList();
    }
}
