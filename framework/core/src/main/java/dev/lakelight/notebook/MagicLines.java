package dev.lakelight.notebook;

import dev.lakelight.notebook.Cell.CellLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a cell in another language: comments of the notebook's language that begin with {@code MAGIC}, the first with
 * {@code %name}.
 *
 * @param name the magic, or null when the lines are in the notebook's own language
 * @param lines the lines without comment marks and magic
 */
record MagicLines(@Nullable String name, List<CellLine> lines) {

    private static final Pattern MAGIC = Pattern.compile("%([A-Za-z][A-Za-z0-9_-]*)(?:\\s(.*))?", Pattern.DOTALL);

    static MagicLines of(List<CellLine> lines, NotebookLanguage language) {
        String prefix = language.magicPrefix();

        if (!isMarked(lines.get(0), prefix)) {
            return new MagicLines(null, lines);
        }

        CellLine first = unmarked(lines.get(0), prefix);
        Matcher magic = MAGIC.matcher(first.text());

        if (!magic.matches()) {
            return new MagicLines(null, lines);
        }

        List<CellLine> rest = lines.subList(1, lines.size());
        List<CellLine> code = new ArrayList<>();
        code.add(cut(first, magic.group(2) == null ? first.text().length() : magic.start(2)));
        rest.forEach(line -> code.add(isMarked(line, prefix) ? unmarked(line, prefix) : line));
        return new MagicLines(canonicalName(magic.group(1)), code);
    }

    static String canonicalName(String magic) {
        String name = magic.toLowerCase(Locale.ROOT);
        return name.equals("py") ? "python" : name;
    }

    private static boolean isMarked(CellLine line, String prefix) {
        return line.text().equals(prefix) || line.text().startsWith(prefix + " ");
    }

    private static CellLine unmarked(CellLine line, String prefix) {
        return cut(line, Math.min(prefix.length() + 1, line.text().length()));
    }

    private static CellLine cut(CellLine line, int length) {
        return new CellLine(line.text().substring(length), line.fileLine(), line.removed() + length);
    }
}
