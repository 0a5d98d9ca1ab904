package dev.lakelight.python;

/**
 * What became of a cell.
 *
 * @param kind how it ended
 * @param type class of an error, as Python names it
 * @param message of an error, or the value with which a notebook ended
 * @param trace Python's traceback, or empty
 * @param line of the file where it failed, or 0
 */
public record PythonResult(Kind kind, String type, String message, String trace, int line) {

    static PythonResult died() {
        return new PythonResult(Kind.DIED, "", "", "", 0);
    }

    /** How a cell ended. */
    public enum Kind {
        /** At its end. */
        OK,
        /** By {@code dbutils.notebook.exit}. */
        EXIT,
        /** By {@code sys.exit} of a file, with success. */
        QUIT,
        /** It is no Python. */
        SYNTAX,
        /** With an error. */
        ERROR,
        /** With the process. */
        DIED
    }
}
