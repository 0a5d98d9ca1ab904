package dev.lakelight.notebook;

import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;

/** A file that is not a notebook, or a command in it that cannot be read. */
public final class NotebookFormatException extends UserError {

    private static final long serialVersionUID = 1;

    private final int line;
    private final int column;

    private NotebookFormatException(Place place, String message) {
        super(message, place.location());
        this.line = place.location().line();
        this.column = place.column();
    }

    static NotebookFormatException unknownExtension(String file) {
        return new NotebookFormatException(
                Place.of(file, 1, 1),
                ("%s cannot be a notebook: its name ends in none of .sql, .py, .scala, .r, .java, .ipynb."
                                + " Rename it, or name another file.")
                        .formatted(file));
    }

    static NotebookFormatException noHeader(String file, NotebookLanguage language, String found) {
        return new NotebookFormatException(
                Place.of(file, 1, 1),
                "%s:1:1 is not a notebook: its first line has to be '%s', but is '%s'. Add that line, give its language, or use it as a plain file."
                        .formatted(file, language.header(), found));
    }

    static NotebookFormatException notText(String file, int line, int column) {
        return new NotebookFormatException(
                Place.of(file, line, column),
                "%s:%d:%d is not text in UTF-8: a byte there belongs to no character. Save the notebook as UTF-8."
                        .formatted(file, line, column));
    }

    static NotebookFormatException notJson(Place place, String problem) {
        return new NotebookFormatException(
                place,
                "%s is not JSON: %s. Mend it there, where a merge may have left its marks, or export the notebook again."
                        .formatted(place, problem));
    }

    static NotebookFormatException notJupyter(Place place, String problem) {
        return new NotebookFormatException(
                place,
                "%s is not a Jupyter notebook: %s. Export the notebook again, or give the file another extension."
                        .formatted(place, problem));
    }

    static NotebookFormatException otherVersion(Place place, String found) {
        return new NotebookFormatException(
                place,
                "%s has the nbformat %s, but has to have 4. Run: jupyter nbconvert --to notebook --nbformat 4 --inplace %s"
                        .formatted(place, found, place.location().file()));
    }

    static NotebookFormatException unknownLanguage(Place place, String found) {
        return new NotebookFormatException(
                place,
                "%s names the language %s, but has to name one of python, r, scala, sql, java. Correct the metadata."
                        .formatted(place, found));
    }

    static NotebookFormatException incompleteCell(Place place, String problem) {
        return new NotebookFormatException(
                place,
                "%s is not a cell of a Jupyter notebook: %s. Mend it there, or export the notebook again."
                        .formatted(place, problem));
    }

    static NotebookFormatException malformedRun(Place place, String problem) {
        return new NotebookFormatException(
                place,
                "A %%run command is not complete at %s: %s. Write %%run ./notebook $name=\"value\"."
                        .formatted(place, problem));
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

        static Place of(String file, int line, int column) {
            return new Place(new SourceLocation(file, line), column, 0);
        }

        @Override
        public String toString() {
            return "%s:%d%s".formatted(location, column, cell > 0 ? " (cell %d)".formatted(cell) : "");
        }
    }
}
