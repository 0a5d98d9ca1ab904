package dev.lakelight.runtime;

/** The thread of a run was interrupted: its time was up, or its test was cancelled. */
final class CancelledRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    CancelledRun() {
        super("The run was cancelled: its thread was interrupted");
    }
}
