package dev.lakelight.workspace.job.store;

/** Where the settings of a run come from. */
public enum RunType {
    /** From a job. */
    JOB_RUN,
    /** From the request that made the run. */
    SUBMIT_RUN,
    /** From a job that a notebook has run. */
    WORKFLOW_RUN
}
