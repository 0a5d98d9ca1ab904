package dev.lakelight.workspace.job.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.job.store.Page.Start;
import dev.lakelight.workspace.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All jobs. */
public final class JobStore {

    private final Database database;
    private final Clock clock;

    /** Keep jobs in a database. */
    public JobStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Add a job. */
    public StoredJob create(String creator, ObjectNode settings) {
        long now = clock.millis();
        return database.write(session -> {
            StoredJob job = new StoredJob(Counter.JOB.next(session), creator, now, settings);
            int unused = session.update(
                    "INSERT INTO job VALUES (?, ?, ?, ?, ?)",
                    job.jobId(),
                    job.name(),
                    creator,
                    now,
                    StoredJson.text(settings));
            return job;
        });
    }

    /** Return the number of a job that there is for one run only, and that is not kept. */
    public long oneTimeId() {
        return database.write(Counter.JOB::next);
    }

    /** Give a job other settings. */
    public void replace(long jobId, ObjectNode settings) {
        database.change(session -> {
            int unused = session.update(
                    "UPDATE job SET name = ?, settings = ? WHERE job_id = ?",
                    settings.path("name").asText(),
                    StoredJson.text(settings),
                    jobId);
        });
    }

    /** Remove a job; its runs stay. */
    public void delete(long jobId) {
        database.change(session -> {
            int unused = session.update("DELETE FROM job WHERE job_id = ?", jobId);
        });
    }

    /** Return a job. */
    public Optional<StoredJob> find(long jobId) {
        return database.read(session -> session.find("SELECT * FROM job WHERE job_id = ?", JobStore::job, jobId));
    }

    /**
     * Return a job.
     *
     * @throws dev.lakelight.workspace.api.ApiException when there is none
     */
    public StoredJob get(long jobId) {
        return find(jobId).orElseThrow(() -> ApiErrors.invalid("Job %d does not exist.".formatted(jobId)));
    }

    /** Return all jobs, the oldest first. */
    public List<StoredJob> all() {
        return database.read(session -> session.list("SELECT * FROM job ORDER BY job_id", JobStore::job));
    }

    /**
     * Return a page of jobs.
     *
     * @param name of the wanted ones, whatever its case, or null for all
     * @param left how many of the first are left out
     */
    public Page<StoredJob> list(
            @Nullable String name, Start start, int size, int left, Predicate<StoredJob> isVisible) {
        return new PageReader<>((from, limit) -> chunk(name, from, limit), StoredJob::jobId, isVisible)
                .read(start, size, left);
    }

    private List<StoredJob> chunk(@Nullable String name, Start from, int limit) {
        String byName = name == null ? "? IS NULL" : "name = ? COLLATE NOCASE";
        String order = from.isForward() ? "job_id < ? ORDER BY job_id DESC" : "job_id > ? ORDER BY job_id";
        return database.read(session -> session.list(
                "SELECT * FROM job WHERE %s AND %s LIMIT ?".formatted(byName, order),
                JobStore::job,
                name,
                from.number(),
                limit));
    }

    private static StoredJob job(ResultSet row) throws SQLException {
        return new StoredJob(
                row.getLong("job_id"),
                row.getString("creator_user_name"),
                row.getLong("created_time"),
                StoredJson.object(row.getString("settings")));
    }
}
