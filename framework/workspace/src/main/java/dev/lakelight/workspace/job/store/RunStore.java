package dev.lakelight.workspace.job.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.job.store.Page.Start;
import dev.lakelight.workspace.storage.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** All runs of jobs. What is over stays as it is. */
public final class RunStore {

    private final Database database;
    private final Clock clock;

    /** Keep runs in a database. */
    public RunStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Add a run, with all its tasks.
     *
     * @param labels of its tasks, and how each of them stands
     */
    public StoredRun create(NewRun run, Standing standing, List<TaskStart> labels) {
        long now = clock.millis();
        long runId = database.write(session -> {
            long id = Counter.RUN.next(session);
            int unused = session.update(
                    "INSERT INTO job_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    id,
                    run.jobId(),
                    run.type().name(),
                    run.name(),
                    run.creator(),
                    run.trigger(),
                    run.parentTaskRunId(),
                    run.token() == null ? null : run.tokenScope(),
                    run.token(),
                    now,
                    standing.lifeCycle() == LifeCycle.QUEUED ? 0 : now,
                    standing.lifeCycle().isOver() ? now : 0,
                    standing.lifeCycle().name(),
                    standing.result(),
                    standing.message(),
                    standing.codeName(),
                    StoredJson.text(run.settings()),
                    StoredJson.text(run.parameters()));

            for (TaskStart label : labels) {
                long unusedId = TaskRunStore.insert(session, new TaskRunStore.NewTaskRun(id, 0, label));
            }
            return id;
        });
        return get(runId);
    }

    /** Let a run stand otherwise, unless it is over. */
    public void update(long runId, Standing standing) {
        long now = clock.millis();
        database.change(session -> {
            int unused = session.update(
                    "UPDATE job_run SET life_cycle_state = ?, result_state = ?, state_message = ?, termination_code = ?,"
                            + " begin_time = CASE WHEN begin_time = 0 AND ? <> 'QUEUED' THEN ? ELSE begin_time END,"
                            + " end_time = ? WHERE run_id = ? AND end_time = 0",
                    standing.lifeCycle().name(),
                    standing.result(),
                    standing.message(),
                    standing.codeName(),
                    standing.lifeCycle().name(),
                    now,
                    standing.lifeCycle().isOver() ? now : 0,
                    runId);
        });
    }

    /** Let a run that is over go on. */
    public void reopen(long runId) {
        database.change(session -> {
            int unused = session.update(
                    "UPDATE job_run SET life_cycle_state = 'PENDING', result_state = NULL, state_message = '',"
                            + " termination_code = NULL, end_time = 0 WHERE run_id = ?",
                    runId);
        });
    }

    /** Give a run settings that say more than before. */
    public void refine(long runId, ObjectNode settings) {
        database.change(session -> {
            int unused = session.update(
                    "UPDATE job_run SET settings = ? WHERE run_id = ?", StoredJson.text(settings), runId);
        });
    }

    /** Remove a run, with its tasks and their outputs. */
    public void delete(long runId) {
        database.change(session -> {
            int unused = session.update("DELETE FROM job_run WHERE run_id = ?", runId);
        });
    }

    /** Remove the runs that ended before a time. */
    public void deleteEndedBefore(long time) {
        database.change(session -> {
            int unused = session.update("DELETE FROM job_run WHERE end_time > 0 AND end_time < ?", time);
        });
    }

    /** Return a run. */
    public Optional<StoredRun> find(long runId) {
        return database.read(session -> session.find("SELECT * FROM job_run WHERE run_id = ?", StoredRun::of, runId));
    }

    /**
     * Return a run.
     *
     * @throws dev.lakelight.workspace.api.ApiException when there is none
     */
    public StoredRun get(long runId) {
        return find(runId).orElseThrow(() -> ApiErrors.invalid("Run %d does not exist.".formatted(runId)));
    }

    /** Return the run that was made with a token. */
    public OptionalLong withToken(long scope, String token) {
        return database.read(session -> session.find(
                        "SELECT run_id FROM job_run WHERE idempotency_scope = ? AND idempotency_token = ?",
                        row -> row.getLong(1),
                        scope,
                        token))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** Return the runs of a job that go on, the oldest first; those of all jobs when it is 0. */
    public List<StoredRun> active(long jobId) {
        return database.read(session -> session.list(
                "SELECT * FROM job_run WHERE end_time = 0 AND (? = 0 OR job_id = ?) ORDER BY run_id",
                StoredRun::of,
                jobId,
                jobId));
    }

    /** Return a page of runs. */
    public Page<StoredRun> list(RunFilter filter, Start start, int size, int left, Predicate<StoredRun> isVisible) {
        return new PageReader<>((from, limit) -> chunk(filter, from, limit), StoredRun::runId, isVisible)
                .read(start, size, left);
    }

    private List<StoredRun> chunk(RunFilter filter, Start from, int limit) {
        String order = from.isForward() ? "run_id < ? ORDER BY run_id DESC" : "run_id > ? ORDER BY run_id";
        List<Object> values = new ArrayList<>(filter.values());
        values.add(from.number());
        values.add(limit);
        return database.read(session -> session.list(
                "SELECT * FROM job_run WHERE %s AND %s LIMIT ?".formatted(filter.condition(), order),
                StoredRun::of,
                values.toArray()));
    }
}
