package dev.lakelight.dbutils;

/**
 * Ends a notebook run with success. An error and no exception, so that a notebook's own {@code catch (Exception e)} does not
 * swallow it; catching {@code Throwable} does.
 */
public final class NotebookExit extends Error {

    private static final long serialVersionUID = 1;

    private final String value;

    NotebookExit(String value) {
        super("dbutils.notebook.exit", null, false, false);
        this.value = value;
    }

    /** Return what the notebook hands back. */
    public String value() {
        return value;
    }
}
