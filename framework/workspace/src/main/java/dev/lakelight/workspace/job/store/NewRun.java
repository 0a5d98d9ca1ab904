package dev.lakelight.workspace.job.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A run to make.
 *
 * @param trigger why, in the words of {@code trigger}
 * @param parentTaskRunId run of the task that asks for it, or null
 * @param token by which a client that asks twice gets the same run, or null
 */
public record NewRun(
        long jobId,
        RunType type,
        String name,
        String creator,
        String trigger,
        @Nullable Long parentTaskRunId,
        @Nullable String token,
        ObjectNode settings,
        ObjectNode parameters) {

    /** Return among whose tokens its own is: those of a job, or those of all runs that have none. */
    public long tokenScope() {
        return type == RunType.SUBMIT_RUN ? 0 : jobId;
    }
}
