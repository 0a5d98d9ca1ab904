package dev.lakelight.notebook;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a {@code %run} cell asks for: another notebook, run as a part of this one.
 *
 * @param path the notebook as written, quotes removed
 * @param arguments values for its widgets, in order
 */
public record RunCommand(String path, List<Argument> arguments) {

    public RunCommand {
        requireNonNull(path, "path");
        arguments = List.copyOf(arguments);
    }

    /**
     * Read the command of a {@code %run} cell.
     *
     * @throws NotebookFormatException when it names no notebook, when something that is no argument follows, or when the cell
     *     holds more than the command
     */
    public static RunCommand in(Notebook notebook, Cell cell) {
        return new RunCommandParser(notebook, cell).parse();
    }

    /**
     * {@code $name=value}, or {@code $name=$widget} to hand on the value of a widget of the calling notebook.
     *
     * @param name the widget that gets the value
     * @param kind whether the value is a text or the name of a widget
     * @param value the text or the name, quotes removed
     */
    public record Argument(String name, Kind kind, String value) {

        /** What the value of an argument is. */
        public enum Kind {
            TEXT,
            WIDGET
        }

        public Argument {
            requireNonNull(name, "name");
            requireNonNull(kind, "kind");
            requireNonNull(value, "value");
        }
    }
}
