package dev.lakelight.workspace.job.store;

import org.jspecify.annotations.Nullable;

/**
 * An attempt at a task as it begins.
 *
 * @param label of the task or iteration
 * @param parentTaskRunId of the for-each task that it belongs to, or null
 * @param attemptNumber 0 for the first
 * @param originalRunId of the first attempt; 0 when this is it
 */
public record TaskStart(
        String label, @Nullable Long parentTaskRunId, int attemptNumber, long originalRunId, Standing standing) {

    /** The first attempt at a task. */
    public static TaskStart first(String label, LifeCycle lifeCycle) {
        return new TaskStart(label, null, 0, 0, Standing.in(lifeCycle));
    }
}
