package dev.lakelight.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a new notebook together, cell by cell. */
public final class NotebookBuilder {

    private final NotebookLanguage language;
    private final List<Draft> drafts = new ArrayList<>();
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
        drafts.add(new Draft(MagicLines.canonicalName(magic), title, text));
        title = null;
        return this;
    }

    /**
     * Return the notebook under a name with the extension of its language.
     *
     * @throws IllegalArgumentException when the source format has no way to write one of the cells, for instance because its
     *     text has a line that separates cells
     */
    public Notebook build(String name) {
        Notebook notebook = NotebookReader.read(source().getBytes(StandardCharsets.UTF_8), fileName(name));

        for (int i = 0; i < drafts.size(); i++) {
            requireKept(notebook.cells(), i);
        }

        return notebook;
    }

    private String fileName(String name) {
        return name.endsWith("." + language.extension()) ? name : name + "." + language.extension();
    }

    private void requireKept(List<Cell> cells, int index) {
        Draft draft = drafts.get(index);

        if (cells.size() != drafts.size() || !draft.isKeptBy(cells.get(index))) {
            throw new IllegalArgumentException(
                    "Cell %d cannot be written in source format: its title or a line of its text would be read as another"
                                    .formatted(index + 1)
                            + " part of the notebook");
        }
    }

    private String source() {
        List<String> cells = drafts.stream().map(this::write).toList();
        String separator = "\n\n" + language.separator() + "\n\n";
        String end = drafts.isEmpty() ? "" : "\n";
        return language.header() + "\n" + String.join(separator, cells) + end;
    }

    private String write(Draft draft) {
        String titleLine = draft.title == null ? "" : language.titlePrefix() + "1," + draft.title + "\n";
        return titleLine + (draft.language.equals(language.magic()) ? draft.text : magic(draft));
    }

    /** The magic stands on a line of its own when the text begins with an empty line, else before its first line. */
    private String magic(Draft draft) {
        boolean ownLine = draft.text.isEmpty() || draft.text.startsWith("\n");
        String code = "%" + draft.language + (ownLine ? "" : " ") + draft.text;
        List<String> lines = List.of(code.split("\n", -1));
        return String.join("\n", lines.stream().map(this::marked).toList());
    }

    private String marked(String line) {
        return line.isEmpty() ? language.magicPrefix() : language.magicPrefix() + " " + line;
    }

    private record Draft(String language, @Nullable String title, String text) {

        boolean isKeptBy(Cell cell) {
            return cell.language().equals(language)
                    && cell.title().equals(Optional.ofNullable(title))
                    && cell.text().equals(text);
        }
    }
}
