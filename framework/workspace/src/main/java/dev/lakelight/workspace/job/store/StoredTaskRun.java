package dev.lakelight.workspace.job.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An attempt at a task, or at an iteration of one. Times are milliseconds since 1970, and 0 as long as they have not come.
 *
 * @param label key of the task, with the number of the iteration behind it where it is one: {@code load[2]}
 * @param parentTaskRunId of the for-each task that an iteration belongs to, or null
 * @param repairId of the repair that it belongs to; 0 for none
 * @param attemptNumber 0 for the first
 * @param originalRunId of the first attempt
 * @param beginTime when its cluster was ready
 * @param value exit value or outcome, or null
 * @param childRunId run of the job that it has run, or null
 * @param taskValues what it has set for other tasks, as JSON by key
 */
public record StoredTaskRun(
        long runId,
        long jobRunId,
        String label,
        @Nullable Long parentTaskRunId,
        long repairId,
        int attemptNumber,
        long originalRunId,
        long startTime,
        long beginTime,
        long endTime,
        Standing standing,
        @Nullable String clusterId,
        @Nullable String sparkContextId,
        @Nullable String value,
        @Nullable Long childRunId,
        ObjectNode taskValues) {

    static StoredTaskRun of(ResultSet row) throws SQLException {
        long parent = row.getLong("parent_task_run_id");
        long child = row.getLong("child_run_id");
        return new StoredTaskRun(
                row.getLong("run_id"),
                row.getLong("job_run_id"),
                row.getString("label"),
                parent == 0 ? null : parent,
                row.getLong("repair_id"),
                row.getInt("attempt_number"),
                row.getLong("original_run_id"),
                row.getLong("start_time"),
                row.getLong("begin_time"),
                row.getLong("end_time"),
                Standing.of(row),
                row.getString("cluster_id"),
                row.getString("spark_context_id"),
                row.getString("value"),
                child == 0 ? null : child,
                StoredJson.object(row.getString("task_values")));
    }

    /** Return the key of its task. */
    public String taskKey() {
        int bracket = label.indexOf('[');
        return bracket < 0 ? label : label.substring(0, bracket);
    }

    /** Return which element of a for-each task it stands for, from 0; 0 also for what is no iteration. */
    public int iteration() {
        int bracket = label.indexOf('[');
        return bracket < 0 ? 0 : Integer.parseInt(label.substring(bracket + 1, label.length() - 1));
    }

    /** Return whether it stands for one element of a for-each task. */
    public boolean isIteration() {
        return parentTaskRunId != null;
    }
}
