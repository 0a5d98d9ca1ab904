package dev.lakelight.notebook;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;

/** A file that is not a notebook, or a command in it that cannot be read. */
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
                ("%s cannot be a notebook: its name ends in none of .sql, .py, .scala, .r, .java, .ipynb."
                                + " Rename it, or name another file.")
                        .formatted(file),
                new SourceLocation(file, 1),
                1);
    }

    static NotebookFormatException noHeader(String file, NotebookLanguage language, String found) {
        return new NotebookFormatException(
                "%s:1:1 is not a notebook: its first line has to be '%s', but is '%s'. Add that line, give its language, or use it as a plain file."
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

    static NotebookFormatException notJson(Place place, String problem) {
        return new NotebookFormatException(
                "%s is not JSON: %s. Mend it there, where a merge may have left its marks, or export the notebook again."
                        .formatted(place, problem),
                place.location(),
                place.column());
    }

    static NotebookFormatException notJupyter(Place place, String problem) {
        return new NotebookFormatException(
                "%s is not a Jupyter notebook: %s. Export the notebook again, or give the file another extension."
                        .formatted(place, problem),
                place.location(),
                place.column());
    }

    static NotebookFormatException otherVersion(Place place, String found) {
        return new NotebookFormatException(
                "%s has the nbformat %s, but has to have 4. Run: jupyter nbconvert --to notebook --nbformat 4 --inplace %s"
                        .formatted(place, found, place.location().file()),
                place.location(),
                place.column());
    }

    static NotebookFormatException unknownLanguage(Place place, String found) {
        return new NotebookFormatException(
                "%s names the language %s, but has to name one of python, r, scala, sql, java. Correct the metadata."
                        .formatted(place, found),
                place.location(),
                place.column());
    }

    static NotebookFormatException incompleteCell(Place place, String problem) {
        return new NotebookFormatException(
                "%s is not a cell of a Jupyter notebook: %s. Mend it there, or export the notebook again."
                        .formatted(place, problem),
                place.location(),
                place.column());
    }

    static NotebookFormatException malformedRun(Place place, String problem) {
        return new NotebookFormatException(
                "A %%run command is not complete at %s: %s. Write %%run ./notebook $name=\"value\"."
                        .formatted(place, problem),
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

    /**
     * Where something is wrong.
     *
     * @param column 1-based
     * @param cell number of the cell, or 0 when it is in none
     */
    record Place(SourceLocation location, int column, int cell) {

        @Override
        public String toString() {
            return "%s:%d%s".formatted(location, column, cell > 0 ? " (cell %d)".formatted(cell) : "");
        }
    }
}
