package dev.lakelight.workspace.job.store;

import dev.lakelight.workspace.storage.Database;
import java.time.Clock;
import java.util.List;

/** All repairs of runs. */
public final class RepairStore {

    private final Database database;
    private final Clock clock;

    /** Keep repairs in a database. */
    public RepairStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Add a repair, with the runs of its tasks, and return its id. */
    public long create(long runId, List<TaskStart> tasks) {
        return database.write(session -> {
            long id = Counter.RUN.next(session);
            int unused = session.update(
                    "INSERT INTO repair VALUES (?, ?, ?, 0, 'PENDING', NULL, '', NULL)", id, runId, clock.millis());

            for (TaskStart task : tasks) {
                long unusedId = TaskRunStore.insert(session, new TaskRunStore.NewTaskRun(runId, id, task));
            }
            return id;
        });
    }

    /** Let the repair of a run that goes on stand otherwise. */
    public void update(long runId, Standing standing) {
        database.change(session -> {
            int unused = session.update(
                    "UPDATE repair SET life_cycle_state = ?, result_state = ?, state_message = ?, termination_code = ?,"
                            + " end_time = ? WHERE run_id = ? AND end_time = 0",
                    standing.lifeCycle().name(),
                    standing.result(),
                    standing.message(),
                    standing.codeName(),
                    standing.lifeCycle().isOver() ? clock.millis() : 0,
                    runId);
        });
    }

    /** Return the repairs of a run, the oldest first. */
    public List<StoredRepair> of(long runId) {
        return database.read(session ->
                session.list("SELECT * FROM repair WHERE run_id = ? ORDER BY repair_id", StoredRepair::of, runId));
    }
}
