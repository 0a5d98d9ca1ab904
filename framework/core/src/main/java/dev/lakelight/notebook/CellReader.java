package dev.lakelight.notebook;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts the lines of a notebook into cells. */
final class CellReader {

    private final NotebookLanguage language;
    private final int begin;
    private final List<Cell> cells = new ArrayList<>();

    /** Read cells that begin at the line of this index, behind the header where there is one. */
    CellReader(NotebookLanguage language, int begin) {
        this.language = language;
        this.begin = begin;
    }

    List<Cell> read(List<SourceLine> lines) {
        int start = begin;

        for (int i = begin; i < lines.size(); i++) {
            if (language.isSeparator(lines.get(i).content())) {
                add(numbered(lines, start, withoutBlankEnd(lines, start, i)));
                start = i + 1;
            }
        }

        if (start < lines.size() || !cells.isEmpty()) {
            add(numbered(lines, start, lines.size()));
        }

        return cells;
    }

    /** One blank line on each side belongs to the separator, all others to the cells. */
    private static int withoutBlankEnd(List<SourceLine> lines, int start, int end) {
        return end > start && lines.get(end - 1).isBlank() ? end - 1 : end;
    }

    private List<CellLine> numbered(List<SourceLine> lines, int start, int end) {
        boolean behindSeparator =
                start > begin && start < end && lines.get(start).isBlank();
        List<CellLine> numbered = new ArrayList<>();

        for (int i = behindSeparator ? start + 1 : start; i < end; i++) {
            numbered.add(CellLine.at(i + 1, lines.get(i).content()));
        }

        if (numbered.isEmpty()) {
            numbered.add(CellLine.at(Math.min(start + 1, lines.size()), ""));
        }

        return numbered;
    }

    private void add(List<CellLine> lines) {
        int first = firstWithText(lines);
        String title = null;
        List<CellLine> code = lines;

        if (lines.get(first).text().startsWith(language.titlePrefix())) {
            title = titleIn(lines.get(first).text());
            code = behind(lines, first);
        }

        add(title, code);
    }

    private void add(@Nullable String title, List<CellLine> lines) {
        MagicLines magic = MagicLines.inSource(lines, language);
        int number = cells.size() + 1;

        if (magic.name() == null) {
            cells.add(new Cell(number, language.magic(), title, lines));
        } else {
            cells.add(new Cell(number, magic.name(), title, magic.lines()));
        }
    }

    private static int firstWithText(List<CellLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).text().isBlank()) {
                return i;
            }
        }

        return 0;
    }

    /** A title line is {@code DBTITLE 1,text}; with a 0 it is kept in the file and not shown. */
    private @Nullable String titleIn(String line) {
        String rest = line.substring(language.titlePrefix().length());
        return rest.startsWith("1,") ? rest.substring(2) : null;
    }

    private static List<CellLine> behind(List<CellLine> lines, int index) {
        if (index + 1 < lines.size()) {
            return lines.subList(index + 1, lines.size());
        }

        return List.of(CellLine.at(lines.get(index).fileLine(), ""));
    }
}
