package dev.lakelight.job.run;

import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.TaskRun;
import org.jspecify.annotations.Nullable;

/**
 * Is told what becomes of a run while it goes on, and gives the numbers of its tasks. Called by the threads of tasks. What it throws
 * fails the attempt, or the run when no attempt goes on. Tasks are told by their labels: their keys, or for an iteration of a
 * for-each task its key and its number, such as {@code load[2]}.
 */
public interface RunWatcher {

    /** Return the number of a task that has not been run, as {@code {{tasks.<key>.run_id}}} has it. */
    long idOf(String label);

    /**
     * An attempt begins; it may have to wait for room before anything of it is run.
     *
     * @param attempt 1 for the first
     * @return the run id of the attempt, as {@code {{task.run_id}}} has it
     */
    long begins(String label, int attempt);

    /** An attempt has failed, and there will be another one after a pause. */
    void waitsForRetry(String label, int attempt);

    /**
     * An attempt has ended.
     *
     * @param value exit value or outcome, or null
     */
    void ends(String label, AttemptRun attempt, @Nullable String value);

    /** A task has ended with its last attempt, or will not be run. */
    void settles(TaskRun task);
}
