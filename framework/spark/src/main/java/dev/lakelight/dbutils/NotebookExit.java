package dev.lakelight.dbutils;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Optional;

/**
 * Ends a notebook run with success. An error and no exception, so that a notebook's own {@code catch (Exception e)} does not
 * swallow it. What catches all that is thrown does, as Scala's {@code Try}: then {@link #calledIn} tells that it was called.
 */
public final class NotebookExit extends Error {

    private static final long serialVersionUID = 1;

    private final String value;

    NotebookExit(String value) {
        super("dbutils.notebook.exit", null, false, false);
        this.value = value;
    }

    /** Return the exit that was thrown, also when it went through the official API, which calls us by reflection. */
    public static Optional<NotebookExit> in(Throwable thrown) {
        Throwable next = thrown;

        while (next instanceof UndeclaredThrowableException || next instanceof InvocationTargetException) {
            next = next.getCause();
        }

        return next instanceof NotebookExit exit ? Optional.of(exit) : Optional.empty();
    }

    /** Return the exit that was called in a run, also when its code has caught it, or called it in another thread. */
    public static Optional<NotebookExit> calledIn(DBUtils dbutils) {
        return dbutils.notebook.called();
    }

    /** Return what the notebook hands back. */
    public String value() {
        return value;
    }
}
