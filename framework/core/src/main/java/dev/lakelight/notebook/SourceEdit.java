package dev.lakelight.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts another text into a cell of a file in source format. */
final class SourceEdit {

    private final SourceFormat format;
    private final List<SourceLine> lines;
    private final String ending;

    SourceEdit(SourceFormat format, String source) {
        this.format = format;
        this.lines = SourceLine.of(source);
        this.ending = lines.get(0).ending().isEmpty() ? "\n" : lines.get(0).ending();
    }

    String replace(Cell cell, String text) {
        List<CellLine> old = cell.lines();
        int first = old.get(0).fileLine() - 1;
        int last = old.get(old.size() - 1).fileLine() - 1;

        if (holdsText(old.get(0)) && !isOneBlankLine(old)) {
            return splice(first, last + 1, written(cell, text));
        }

        return insert(cell, first, written(cell, text));
    }

    /** A cell without any line of its own is placed at a line that belongs to something else. */
    private boolean holdsText(CellLine line) {
        return line.columns().inFile(1) - 1 + line.text().length()
                == contentOf(line).length();
    }

    private String contentOf(CellLine line) {
        return lines.get(line.fileLine() - 1).content();
    }

    private List<String> written(Cell cell, String text) {
        CellLine first = cell.lines().get(0);
        String prefix =
                holdsText(first) ? contentOf(first).substring(0, first.columns().inFile(1) - 1) : "";

        if (!prefix.contains("%")) {
            return format.linesOf(cell.language(), text);
        }

        boolean marked = prefix.startsWith(format.language().magicPrefix());
        List<String> written = new ArrayList<>(Stream.of(text.split("\n", -1))
                .map(line -> marked ? format.language().magicLine(line) : line)
                .toList());
        written.set(0, MagicLines.joinPrefix(prefix, text.split("\n", -1)[0]));
        return written;
    }

    private boolean isOneBlankLine(List<CellLine> old) {
        return old.size() == 1 && contentOf(old.get(0)).isBlank();
    }

    /** Put lines where none are. An empty line on each side belongs to the separators, not to the text. */
    private String insert(Cell cell, int line, List<String> written) {
        boolean blank = lines.get(line).isBlank();
        boolean behind =
                blank || lines.get(line).content().startsWith(format.language().titlePrefix()) || isLast(cell);
        int from = behind && !blank ? line + 1 : line;
        int to = blank ? line + 1 : from;
        List<String> padded = new ArrayList<>(written);

        if (from > 0 && isSeparator(from - 1)) {
            padded.add(0, "");
        }

        if (to < lines.size() && isSeparator(to)) {
            padded.add("");
        }

        return splice(from, to, padded);
    }

    private boolean isLast(Cell cell) {
        return IntStream.range(0, lines.size()).filter(this::isSeparator).count() < cell.number();
    }

    private boolean isSeparator(int line) {
        return format.language().isSeparator(lines.get(line).content());
    }

    private String splice(int from, int to, List<String> written) {
        boolean atEnd =
                to == lines.size() && (to == from || lines.get(to - 1).ending().isEmpty());
        boolean endsOpen = from > 0 && lines.get(from - 1).ending().isEmpty();
        String before = textOf(0, from) + (endsOpen ? ending : "");
        String middle = String.join(ending, written) + (atEnd ? "" : ending);
        return before + middle + textOf(to, lines.size());
    }

    private String textOf(int from, int to) {
        return lines.subList(from, to).stream().map(SourceLine::text).collect(Collectors.joining());
    }
}
