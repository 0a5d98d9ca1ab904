package dev.lakelight.workspace.job.trigger;

/** Starts the jobs of triggers. */
public interface TriggerTarget {

    /** Start a job, for a reason in the words of {@code trigger}. */
    void start(long jobId, String type);

    /** Return whether no run of a job goes on. */
    boolean isIdle(long jobId);
}
