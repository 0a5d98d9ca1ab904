package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.result.RunState;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.job.store.LifeCycle;
import dev.lakelight.workspace.job.store.NewRun;
import dev.lakelight.workspace.job.store.Standing;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import dev.lakelight.workspace.job.store.TaskRunStore.End;
import dev.lakelight.workspace.job.store.TaskStart;
import dev.lakelight.workspace.job.store.TerminationCode;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts runs within the limits of their jobs, cancels them, and goes on with those that wait. Thread-safe. */
public final class RunLauncher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunLauncher.class);

    private final RunSurroundings surroundings;
    private final RunStores stores;
    private final RunEvents events;
    private final RunThreads threads = new RunThreads();
    private volatile boolean closed;

    /** Create a launcher; {@link #recover()} is to be called before anything is started. */
    public RunLauncher(RunSurroundings surroundings, RunStores stores, RunEvents events) {
        this.surroundings = surroundings;
        this.stores = stores;
        this.events = events;
    }

    /** Fail what was active when the workspace was stopped, and go on with what waits in queues. */
    public synchronized void recover() {
        for (StoredRun run : stores.runs().active(0)) {
            if (run.standing().lifeCycle() == LifeCycle.QUEUED) {
                startQueued(run.jobId());
            } else {
                finish(run.runId(), Standing.failed(TerminationCode.INTERNAL_ERROR, RunMessages.STOPPED));
            }
        }
    }

    /**
     * Make a run, and start it unless its job has as many as it may.
     *
     * @param mayWait whether it waits for others of its job to end, rather than being skipped
     * @return the run; the one that was made before when a client repeats itself
     */
    public synchronized StoredRun start(NewRun run, boolean mayWait) {
        if (closed) {
            throw ApiErrors.invalidState("The workspace is being stopped.");
        }

        OptionalLong before =
                run.token() == null ? OptionalLong.empty() : stores.runs().withToken(run.tokenScope(), run.token());

        if (before.isPresent()) {
            return stores.runs().get(before.getAsLong());
        }

        Standing standing = Admission.of(run, mayWait, stores.runs().active(run.jobId()));
        StoredRun made = stores.runs().create(run, standing, starts(run, standing));

        if (!made.isActive()) {
            events.ended(made);
        } else if (standing.lifeCycle() == LifeCycle.PENDING) {
            launch(made, Rerun.none(made));
        }

        return made;
    }

    private static List<TaskStart> starts(NewRun run, Standing standing) {
        JsonNode selected = Selection.of(run.settings(), run.parameters());
        return WireTasks.of(selected).keys().stream()
                .filter(key -> !standing.lifeCycle().isOver())
                .map(key -> TaskStart.first(key, lifeCycle(selected, key, standing)))
                .toList();
    }

    private static LifeCycle lifeCycle(JsonNode settings, String key, Standing standing) {
        boolean waits = WireTasks.of(settings)
                .find(key)
                .filter(task -> !task.path("depends_on").isEmpty())
                .isPresent();
        return waits ? LifeCycle.BLOCKED : standing.lifeCycle();
    }

    private void launch(StoredRun run, Rerun rerun) {
        threads.start(run.runId(), () -> execute(run, rerun));
    }

    private void execute(StoredRun run, Rerun rerun) {
        Standing end;

        try {
            update(run.runId(), Standing.in(LifeCycle.RUNNING));
            events.begun(run);
            end = new RunExecution(surroundings, stores, run, rerun, () -> closed)
                    .run(new ChildJobs(this, stores, run));
        } catch (RuntimeException | Error e) {
            LOG.error("Run {} broke down", run.runId(), e);
            end = Standing.failed(TerminationCode.INTERNAL_ERROR, "The run broke down: " + e);
        }

        // What is active when the workspace is stopped stays so: the next start finds it and fails it.
        if (!closed) {
            finish(run.runId(), Thread.interrupted() ? cancelled(end) : end);
        }
    }

    private static Standing cancelled(Standing end) {
        return end.lifeCycle() == LifeCycle.INTERNAL_ERROR
                ? Standing.ended(RunState.CANCELED, RunMessages.CANCELLED)
                : end;
    }

    private synchronized void finish(long runId, Standing end) {
        if (!stores.runs().get(runId).isActive()) {
            return;
        }

        for (StoredTaskRun task : stores.tasks().of(runId)) {
            if (!task.standing().lifeCycle().isOver()) {
                stores.tasks().end(task.runId(), new End(end, null, task.taskValues(), null));
            }
        }

        stores.repairs().update(runId, end);
        stores.runs().update(runId, end);
        StoredRun run = stores.runs().get(runId);
        events.ended(run);
        threads.complete(run);
        startQueued(run.jobId());
    }

    private void update(long runId, Standing standing) {
        stores.repairs().update(runId, standing);
        stores.runs().update(runId, standing);
    }

    private synchronized void startQueued(long jobId) {
        List<StoredRun> active = stores.runs().active(jobId);
        active.stream()
                .filter(run -> run.standing().lifeCycle() == LifeCycle.QUEUED)
                .filter(run -> !closed
                        && Admission.hasRoom(run.settings(), stores.runs().active(jobId)))
                .forEach(run -> {
                    stores.runs().update(run.runId(), Standing.in(LifeCycle.PENDING));
                    launch(run, Rerun.none(run));
                });
    }

    /** Cancel a run; one that is over stays as it is. It goes on until its tasks have ended. */
    public synchronized void cancel(long runId) {
        StoredRun run = stores.runs().get(runId);

        if (!run.isActive()) {
            return;
        }

        if (run.standing().lifeCycle() != LifeCycle.QUEUED) {
            update(runId, Standing.in(LifeCycle.TERMINATING));
        }

        if (!threads.interrupt(runId)) {
            finish(runId, Standing.ended(RunState.CANCELED, RunMessages.CANCELLED));
        }
    }

    /**
     * Run some tasks of a run again.
     *
     * @param again their keys
     * @param parameters what they are given
     * @return the id of the repair
     */
    public synchronized long repair(StoredRun run, Set<String> again, JsonNode parameters) {
        List<StoredTaskRun> before = LastAttempts.of(stores.tasks().of(run.runId()));
        List<TaskStart> starts = before.stream()
                .filter(task -> again.contains(task.label()))
                .map(task -> new TaskStart(
                        task.label(),
                        null,
                        task.attemptNumber() + 1,
                        task.originalRunId(),
                        Standing.in(lifeCycle(run.settings(), task.label(), Standing.in(LifeCycle.PENDING)))))
                .toList();
        long id = stores.repairs().create(run.runId(), starts);
        stores.runs().reopen(run.runId());
        int number = stores.repairs().of(run.runId()).size();
        launch(stores.runs().get(run.runId()), Rerun.of(id, number, parameters, before, again));
        return id;
    }

    /** Return what is completed when a run is over. */
    CompletableFuture<StoredRun> end(long runId) {
        CompletableFuture<StoredRun> end = threads.end(runId);
        stores.runs().find(runId).filter(run -> !run.isActive()).ifPresent(threads::complete);
        return end;
    }

    /** End what is active, and start nothing more. */
    @Override
    public void close() {
        closed = true;
        threads.close();
    }
}
