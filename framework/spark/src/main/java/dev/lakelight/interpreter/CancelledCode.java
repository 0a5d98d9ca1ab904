package dev.lakelight.interpreter;

/** The code of a cell was ended: its thread was interrupted. An error, so that the code does not take it for an exception of its own. */
public final class CancelledCode extends Error {

    private static final long serialVersionUID = 1;

    CancelledCode() {
        super("The run was cancelled: its thread was interrupted");
    }
}
