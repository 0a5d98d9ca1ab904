package dev.lakelight.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a cell whose first line says {@code %name}. In source format, all of them are comments of the notebook's language
 * that begin with {@code MAGIC}; in Python they may also stand there as they are.
 *
 * @param name the magic, or null when the lines are in the notebook's own language
 * @param lines the lines without comment marks and magic
 */
record MagicLines(@Nullable String name, List<CellLine> lines) {

    private static final Pattern MAGIC = Pattern.compile("%([A-Za-z][A-Za-z0-9_-]*)(?:\\s(.*))?", Pattern.DOTALL);
    private static final String PYTHON = NotebookLanguage.PYTHON.magic();

    /** Commands of the Python kernel that are a line each; all other magics take the whole cell. */
    private static final Set<String> LINE_MAGICS = Set.of(
            "pip",
            "conda",
            "restart_python",
            "load_ext",
            "reload_ext",
            "autoreload",
            "matplotlib",
            "config",
            "env",
            "set_env",
            "time",
            "timeit",
            "cd",
            "pwd",
            "ls");

    /** Read the lines of a cell in source format. */
    static MagicLines inSource(List<CellLine> lines, NotebookLanguage language) {
        String prefix = language.magicPrefix();

        if (isMarked(firstOf(lines), prefix)) {
            return marked(lines, prefix, language);
        }

        return language == NotebookLanguage.PYTHON ? bare(lines) : none(lines);
    }

    private static MagicLines marked(List<CellLine> lines, String prefix, NotebookLanguage language) {
        List<CellLine> unmarked = lines.stream()
                .map(line -> isMarked(line, prefix) ? unmarked(line, prefix) : line)
                .toList();
        MagicLines magic = bare(unmarked);

        if (magic.name != null) {
            return magic;
        }

        boolean command = language == NotebookLanguage.PYTHON && isKernelCommand(firstOf(unmarked));
        return command ? new MagicLines(PYTHON, unmarked) : none(lines);
    }

    /** Read lines without marks. What is in Python keeps its empty lines before the magic. */
    static MagicLines bare(List<CellLine> lines) {
        CellLine first = firstOf(lines);
        Matcher magic = MAGIC.matcher(first.text());

        if (!magic.matches()) {
            return none(lines);
        }

        String name = canonicalName(magic.group(1));

        if (LINE_MAGICS.contains(name) && !areAllOf(lines, magic.group(1))) {
            return new MagicLines(PYTHON, lines);
        }

        List<CellLine> code = new ArrayList<>(lines.subList(lines.indexOf(first), lines.size()));
        code.set(0, first.cut(magic.group(2) == null ? first.text().length() : magic.start(2)));
        return new MagicLines(name, code);
    }

    /** Return the first line that is not blank, or the first when all are. */
    private static CellLine firstOf(List<CellLine> lines) {
        return lines.stream().filter(line -> !line.text().isBlank()).findFirst().orElse(lines.get(0));
    }

    private static MagicLines none(List<CellLine> lines) {
        return new MagicLines(null, lines);
    }

    /** Tells whether nothing but one magic stands in the lines; it goes on behind a backslash at the end of a line. */
    private static boolean areAllOf(List<CellLine> lines, String magic) {
        boolean continued = false;

        for (CellLine line : lines) {
            String text = line.text().strip();

            if (!continued
                    && !text.isEmpty()
                    && !text.startsWith("#")
                    && !text.split("\\s", 2)[0].equals("%" + magic)) {
                return false;
            }

            continued = text.endsWith("\\");
        }

        return true;
    }

    /** {@code !command} and <code>%%magic</code> are for the Python kernel to understand. */
    private static boolean isKernelCommand(CellLine line) {
        return line.text().startsWith("!") || line.text().startsWith("%%");
    }

    /** Return a text with its magic: on a line of its own when the text begins with an empty line, else before its first line. */
    static String join(String magic, String text) {
        boolean ownLine = text.isEmpty() || text.startsWith("\n");
        return "%" + magic + (ownLine ? "" : " ") + text;
    }

    /** Return a line behind what stands before the code in its line, with a space between where one is needed. */
    static String joinPrefix(String prefix, String line) {
        boolean apart =
                prefix.isBlank() || line.isEmpty() || Character.isWhitespace(prefix.charAt(prefix.length() - 1));
        return apart ? prefix + line : prefix + " " + line;
    }

    /** Tells whether a text without marks would be read as something else than it is. */
    static boolean isMistakable(String text, String language) {
        String name = bare(CellLine.of(text)).name();
        boolean sameInPython =
                language.equals(PYTHON) && PYTHON.equals(name) && !text.strip().startsWith("%py");
        return name != null && !sameInPython;
    }

    static String canonicalName(String magic) {
        String name = magic.toLowerCase(Locale.ROOT);
        return name.equals("py") ? PYTHON : name;
    }

    private static boolean isMarked(CellLine line, String prefix) {
        return line.text().equals(prefix) || line.text().startsWith(prefix + " ");
    }

    private static CellLine unmarked(CellLine line, String prefix) {
        return line.cut(Math.min(prefix.length() + 1, line.text().length()));
    }
}
