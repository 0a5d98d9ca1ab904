package dev.lakelight.notebook;

import dev.lakelight.notebook.RunCommand.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code path $name=value $name="v w" $name=$widget}. */
final class RunCommandParser {

    private static final Pattern PATH = Pattern.compile("\"([^\"\n]+)\"|'([^'\n]+)'|([^\\s\"'$]\\S*)");
    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_.-]*";
    private static final Pattern ARGUMENT = Pattern.compile("\\$(?<name>" + NAME + ")[ \\t]*=[ \\t]*(?:"
            + "\"(?<double>[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+)\""
            + "|'(?<single>[^'\\\\\n]*+(?:\\\\.[^'\\\\\n]*+)*+)'"
            + "|\\$(?<widget>" + NAME + ")"
            + "|(?<bare>[^\\s\"'$]\\S*)"
            + ")(?=\\s|$)");
    private static final Pattern SPACE = Pattern.compile("[ \\t\\r]*");

    private final Notebook notebook;
    private final Cell cell;
    private final String text;
    private int position;

    RunCommandParser(Notebook notebook, Cell cell) {
        this.notebook = notebook;
        this.cell = cell;
        this.text = cell.text().stripTrailing();
        this.position = text.length() - text.stripLeading().length();
    }

    RunCommand parse() {
        String path = path();
        List<Argument> arguments = new ArrayList<>();

        for (skipSpace(); position < text.length(); skipSpace()) {
            arguments.add(argument());
        }

        return new RunCommand(path, arguments);
    }

    private String path() {
        Matcher matcher = at(PATH);

        if (!matcher.lookingAt()) {
            throw malformed("it names no notebook");
        }

        position = matcher.end();
        return firstOf(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    private Argument argument() {
        if (text.charAt(position) == '\n') {
            position++;
            throw malformed("it has to be alone in its cell");
        }

        Matcher matcher = at(ARGUMENT);

        if (!matcher.lookingAt()) {
            throw malformed("'%s' is not an argument".formatted(nextWord()));
        }

        position = matcher.end();
        return argument(matcher);
    }

    private static Argument argument(Matcher matcher) {
        String name = matcher.group("name");
        String widget = matcher.group("widget");

        if (widget != null) {
            return new Argument(name, Argument.Kind.WIDGET, widget);
        }

        String bare = matcher.group("bare");
        String value = bare != null ? bare : unescape(firstOf(matcher.group("double"), matcher.group("single")));
        return new Argument(name, Argument.Kind.TEXT, value);
    }

    private static String unescape(String quoted) {
        return quoted.replaceAll("\\\\(.)", "$1");
    }

    private static String firstOf(@Nullable String... candidates) {
        for (String candidate : candidates) {
            if (candidate != null) {
                return candidate;
            }
        }

        throw new IllegalStateException("one of the groups has to match");
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(position, text.length());
    }

    private void skipSpace() {
        Matcher matcher = at(SPACE);

        if (matcher.lookingAt()) {
            position = matcher.end();
        }
    }

    private String nextWord() {
        return text.substring(position).split("\\s", 2)[0];
    }

    private NotebookFormatException malformed(String problem) {
        int line =
                (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
        int column = position - text.lastIndexOf('\n', position - 1);
        var place = new NotebookFormatException.Place(
                notebook.location(cell, line), cell.fileColumn(line, column), cell.number());
        return NotebookFormatException.malformedRun(place, problem);
    }
}
