package dev.lakelight.workspace.job.store;

/** How far a run is, in the words of {@code state.life_cycle_state}. */
public enum LifeCycle {
    QUEUED,
    /** Of a task: it waits for others. */
    BLOCKED,
    PENDING,
    RUNNING,
    WAITING_FOR_RETRY,
    TERMINATING,
    TERMINATED,
    SKIPPED,
    INTERNAL_ERROR;

    /** Return whether nothing more becomes of it. */
    public boolean isOver() {
        return this == TERMINATED || this == SKIPPED || this == INTERNAL_ERROR;
    }

    /** Return the word that {@code status.state} has for it. */
    public String ofStatus() {
        return switch (this) {
            case WAITING_FOR_RETRY -> "WAITING";
            case SKIPPED, INTERNAL_ERROR -> TERMINATED.name();
            default -> name();
        };
    }
}
