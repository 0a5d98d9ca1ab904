package dev.lakelight.workspace.job.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.storage.Database;
import dev.lakelight.workspace.storage.Session;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All runs of tasks. What is over stays as it is. */
public final class TaskRunStore {

    private final Database database;
    private final Clock clock;

    /** Keep runs in a database. */
    public TaskRunStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Add an attempt and return its run id. */
    public long create(NewTaskRun run) {
        return database.write(session -> insert(session, run));
    }

    static long insert(Session session, NewTaskRun run) throws SQLException {
        long id = Counter.RUN.next(session);
        TaskStart start = run.start();
        int unused = session.update(
                "INSERT INTO task_run VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?, NULL, NULL, NULL, NULL, '{}')",
                id,
                run.jobRunId(),
                start.label(),
                start.parentTaskRunId(),
                run.repairId(),
                start.attemptNumber(),
                start.originalRunId() == 0 ? id : start.originalRunId(),
                start.standing().lifeCycle().name(),
                start.standing().result(),
                start.standing().message(),
                start.standing().codeName());
        return id;
    }

    /** Let a run go on in another state; the first state that is not one of waiting is its start. */
    public void update(long runId, LifeCycle lifeCycle) {
        long now = clock.millis();
        database.change(session -> {
            int unused = session.update(
                    "UPDATE task_run SET life_cycle_state = ?,"
                            + " start_time = CASE WHEN start_time = 0 THEN ? ELSE start_time END,"
                            + " begin_time = CASE WHEN ? = 'RUNNING' AND begin_time = 0 THEN ? ELSE begin_time END"
                            + " WHERE run_id = ? AND end_time = 0",
                    lifeCycle.name(),
                    now,
                    lifeCycle.name(),
                    now,
                    runId);
        });
    }

    /** Take note of the cluster that a run has. */
    public void attach(long runId, String clusterId, String sparkContextId) {
        database.change(session -> {
            int unused = session.update(
                    "UPDATE task_run SET cluster_id = ?, spark_context_id = ? WHERE run_id = ?",
                    clusterId,
                    sparkContextId,
                    runId);
        });
    }

    /** Take note of the run of a job that a run has made. */
    public void adopt(long runId, long childRunId) {
        database.change(session -> {
            int unused = session.update("UPDATE task_run SET child_run_id = ? WHERE run_id = ?", childRunId, runId);
        });
    }

    /** End a run, unless it is over. */
    public void end(long runId, End end) {
        long now = clock.millis();
        database.change(session -> {
            int changed = session.update(
                    "UPDATE task_run SET life_cycle_state = ?, result_state = ?, state_message = ?, termination_code = ?,"
                            + " value = ?, task_values = ?, end_time = ?,"
                            + " start_time = CASE WHEN start_time = 0 THEN ? ELSE start_time END"
                            + " WHERE run_id = ? AND end_time = 0",
                    end.standing().lifeCycle().name(),
                    end.standing().result(),
                    end.standing().message(),
                    end.standing().codeName(),
                    end.value(),
                    StoredJson.text(end.taskValues()),
                    now,
                    now,
                    runId);

            if (changed == 1 && end.output() != null) {
                int unused =
                        session.update("INSERT INTO task_output VALUES (?, ?)", runId, StoredJson.text(end.output()));
            }
        });
    }

    /** Return a run. */
    public Optional<StoredTaskRun> find(long runId) {
        return database.read(
                session -> session.find("SELECT * FROM task_run WHERE run_id = ?", StoredTaskRun::of, runId));
    }

    /** Return all attempts of a run of a job, in the order in which they were made. */
    public List<StoredTaskRun> of(long jobRunId) {
        return database.read(session -> session.list(
                "SELECT * FROM task_run WHERE job_run_id = ? ORDER BY run_id", StoredTaskRun::of, jobRunId));
    }

    /** Return the same for several runs of jobs. */
    public List<StoredTaskRun> of(Collection<Long> jobRunIds) {
        String marks = jobRunIds.stream().map(id -> "?").collect(Collectors.joining(", "));
        return database.read(session -> session.list(
                "SELECT * FROM task_run WHERE job_run_id IN (%s) ORDER BY run_id".formatted(marks),
                StoredTaskRun::of,
                jobRunIds.toArray()));
    }

    /** Return what a run has left. */
    public Optional<ObjectNode> output(long runId) {
        return database.read(session -> session.find(
                "SELECT output FROM task_output WHERE run_id = ?", row -> StoredJson.object(row.getString(1)), runId));
    }

    /**
     * An attempt to add.
     *
     * @param repairId of the repair that it belongs to; 0 for none
     */
    public record NewTaskRun(long jobRunId, long repairId, TaskStart start) {}

    /**
     * How an attempt ended.
     *
     * @param value exit value or outcome, or null
     * @param taskValues what it has set for other tasks, as JSON by key
     * @param output what it has left, or null
     */
    public record End(
            Standing standing,
            @Nullable String value,
            ObjectNode taskValues,
            @Nullable ObjectNode output) {}
}
