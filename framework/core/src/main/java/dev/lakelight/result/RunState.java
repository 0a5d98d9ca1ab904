package dev.lakelight.result;

/** How a job or one of its tasks ended, in the words of Databricks' Jobs API ({@code result_state}). */
public enum RunState {
    SUCCESS,
    /** Of a job: a task failed, and all tasks that nothing depends on succeeded. */
    SUCCESS_WITH_FAILURES,
    FAILED,
    /** Its time was up. */
    TIMEDOUT,
    CANCELED,
    /** Of a task: a condition or its {@code run_if} says that it is not needed. */
    EXCLUDED,
    /** Of a task: it is switched off. */
    DISABLED,
    /** Of a task: its {@code run_if} is not met because another one failed. */
    UPSTREAM_FAILED,
    /** Of a task: its {@code run_if} is not met because another one was cancelled. */
    UPSTREAM_CANCELED;

    /** Return whether it ran and did its work. */
    public boolean succeeded() {
        return this == SUCCESS || this == SUCCESS_WITH_FAILURES;
    }

    /** Return whether it was left out on purpose. */
    public boolean leftOut() {
        return this == EXCLUDED || this == DISABLED;
    }

    /** Return whether it was cancelled, or something before it was. */
    public boolean cancelled() {
        return this == CANCELED || this == UPSTREAM_CANCELED;
    }

    /** Return whether it neither succeeded nor was left out. */
    public boolean failed() {
        return !succeeded() && !leftOut();
    }
}
