package dev.lakelight.workspace.job.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A run of a job. Times are milliseconds since 1970, and 0 as long as they have not come.
 *
 * @param jobId of the job, or of one that there is for this run only
 * @param settings of the job as they were when the run was made
 * @param parameters what the run was given in place of what the settings have: the keys of {@code run-now} that are about that
 * @param parentTaskRunId run of the task that runs this job, or null
 * @param beginTime when it left the queue
 */
public record StoredRun(
        long runId,
        long jobId,
        RunType type,
        String name,
        String creator,
        String trigger,
        @Nullable Long parentTaskRunId,
        ObjectNode settings,
        ObjectNode parameters,
        long startTime,
        long beginTime,
        long endTime,
        Standing standing) {

    static StoredRun of(ResultSet row) throws SQLException {
        long parent = row.getLong("parent_task_run_id");
        return new StoredRun(
                row.getLong("run_id"),
                row.getLong("job_id"),
                RunType.valueOf(row.getString("run_type")),
                row.getString("run_name"),
                row.getString("creator_user_name"),
                row.getString("trigger_type"),
                parent == 0 ? null : parent,
                StoredJson.object(row.getString("settings")),
                StoredJson.object(row.getString("parameters")),
                row.getLong("start_time"),
                row.getLong("begin_time"),
                row.getLong("end_time"),
                Standing.of(row));
    }

    /** Return whether it goes on. */
    public boolean isActive() {
        return !standing.lifeCycle().isOver();
    }
}
