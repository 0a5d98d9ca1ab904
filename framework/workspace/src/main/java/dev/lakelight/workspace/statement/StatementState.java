package dev.lakelight.workspace.statement;

/** How far a statement is, in the words of the API. */
enum StatementState {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELED,
    /** It has succeeded, and its result is no longer kept. */
    CLOSED;

    boolean isOver() {
        return this != PENDING && this != RUNNING;
    }
}
