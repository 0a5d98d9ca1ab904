package dev.lakelight.runtime;

/** The thread of a run was interrupted: its time was up, or its test was cancelled. */
final class CancelledRun extends RuntimeException {

    /** What users are told, also where Spark or Java throw something of their own. */
    static final String MESSAGE = "The run was cancelled: its thread was interrupted";

    private static final long serialVersionUID = 1;

    CancelledRun() {
        super(MESSAGE);
    }
}
