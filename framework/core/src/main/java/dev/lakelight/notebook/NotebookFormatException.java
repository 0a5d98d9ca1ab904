package dev.lakelight.notebook;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;

/** A file that is not a notebook in source format, or a command in it that cannot be read. */
public final class NotebookFormatException extends UserError {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    private NotebookFormatException(String message, SourceLocation location, int column) {
        super(message, location);
        this.line = location.line();
        this.column = column;
    }

    static NotebookFormatException unknownExtension(String file) {
        return new NotebookFormatException(
                ("%s cannot be a notebook: its name ends in none of .sql, .py, .scala, .r, .java."
                                + " Rename it, or name another file.")
                        .formatted(file),
                new SourceLocation(file, 1),
                1);
    }

    static NotebookFormatException noHeader(String file, NotebookLanguage language, String found) {
        return new NotebookFormatException(
                "%s:1:1 is not a notebook: its first line has to be '%s', but is '%s'. Add that line, or use it as a plain file."
                        .formatted(file, language.header(), found),
                new SourceLocation(file, 1),
                1);
    }

    static NotebookFormatException notText(String file, int line, int column) {
        return new NotebookFormatException(
                "%s:%d:%d is not text in UTF-8: a byte there belongs to no character. Save the notebook as UTF-8."
                        .formatted(file, line, column),
                new SourceLocation(file, line),
                column);
    }

    static NotebookFormatException malformedRun(Place place, String problem) {
        return new NotebookFormatException(
                "A %%run command is not complete at %s:%d:%d (cell %d): %s. Write %%run ./notebook $name=\"value\"."
                        .formatted(
                                place.location().file(),
                                place.location().line(),
                                place.column(),
                                place.cell(),
                                problem),
                place.location(),
                place.column());
    }

    /** Return the 1-based line in the file. */
    public int line() {
        return line;
    }

    /** Return the 1-based column in the line, in UTF-16 units. */
    public int column() {
        return column;
    }

    record Place(SourceLocation location, int column, int cell) {}
}
