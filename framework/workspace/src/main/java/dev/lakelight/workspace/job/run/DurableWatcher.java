package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.run.RunWatcher;
import dev.lakelight.job.run.TaskValues;
import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import dev.lakelight.workspace.cluster.TaskCluster;
import dev.lakelight.workspace.job.store.LifeCycle;
import dev.lakelight.workspace.job.store.Standing;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import dev.lakelight.workspace.job.store.TaskRunStore;
import dev.lakelight.workspace.job.store.TaskRunStore.End;
import dev.lakelight.workspace.job.store.TaskRunStore.NewTaskRun;
import dev.lakelight.workspace.job.store.TaskStart;
import dev.lakelight.workspace.job.store.TerminationCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes down what becomes of the tasks of a run, before anybody is told. */
final class DurableWatcher implements RunWatcher {

    private final RunId run;
    private final TaskRunStore store;
    private final WireTasks tasks;
    private final TaskValues values;
    private final BooleanSupplier isStopped;
    private final Map<String, Attempt> last = new ConcurrentHashMap<>();
    private final Map<Long, TerminationCode> codes = new ConcurrentHashMap<>();

    DurableWatcher(RunId run, TaskRunStore store, WireTasks tasks, TaskValues values, BooleanSupplier isStopped) {
        this.run = run;
        this.store = store;
        this.tasks = tasks;
        this.values = values;
        this.isStopped = isStopped;
        store.of(run.runId()).forEach(each -> last.put(each.label(), Attempt.of(each)));
    }

    @Override
    public long idOf(String label) {
        Attempt attempt = last.get(label);
        return attempt == null ? 0 : attempt.runId();
    }

    @Override
    public long begins(String label, int number) {
        Attempt found = last.get(label);
        Attempt attempt = found == null || found.hasBegun() ? add(label, found, LifeCycle.PENDING) : found;
        last.put(label, attempt.begun());
        store.update(attempt.runId(), tasks.runsModule(keyOf(label)) ? LifeCycle.PENDING : LifeCycle.RUNNING);
        return attempt.runId();
    }

    @Override
    public void waitsForRetry(String label, int number) {
        last.put(label, add(label, last.get(label), LifeCycle.WAITING_FOR_RETRY));
    }

    private Attempt add(String label, @Nullable Attempt before, LifeCycle lifeCycle) {
        int number = before == null ? 0 : before.number() + 1;
        long original = before == null ? 0 : before.originalRunId();
        @Nullable String outer = tasks.outer(keyOf(label));
        @Nullable Long parent = outer == null ? null : Long.valueOf(idOf(outer));
        long id = store.create(new NewTaskRun(
                run.runId(), run.repairId(), new TaskStart(label, parent, number, original, Standing.in(lifeCycle))));
        return new Attempt(id, number, original == 0 ? id : original, false);
    }

    /** Take note that an attempt has its cluster and runs. */
    void runs(long taskRunId, TaskCluster cluster) {
        store.attach(taskRunId, cluster.clusterId(), cluster.sparkContextId());
        store.update(taskRunId, LifeCycle.RUNNING);
    }

    /** Take note of why an attempt will fail. */
    void blame(long taskRunId, TerminationCode code) {
        codes.put(taskRunId, code);
    }

    /** Take note of the run of a job that an attempt has made. */
    void adopts(long taskRunId, long childRunId) {
        store.adopt(taskRunId, childRunId);
    }

    @Override
    public void ends(String label, AttemptRun attempt, @Nullable String value) {
        long id = idOf(label);
        end(id, new End(standing(id, attempt), value, valuesOf(keyOf(label)), AttemptOutput.of(attempt)));
    }

    private Standing standing(long id, AttemptRun attempt) {
        if (attempt.state() != RunState.FAILED) {
            return Standing.ended(attempt.state(), RunMessages.ofAttempt(attempt));
        }

        return Standing.failed(
                codes.getOrDefault(id, TerminationCode.RUN_EXECUTION_ERROR), RunMessages.ofAttempt(attempt));
    }

    /** Ends what has not ended by itself: a task that is not run, or an attempt that was given up. */
    @Override
    public void settles(TaskRun task) {
        Attempt attempt = last.get(task.key());

        if (attempt != null) {
            boolean isGivenUp = !attempt.hasBegun() && !task.attempts().isEmpty();
            RunState state = isGivenUp ? RunState.CANCELED : task.state();
            end(attempt.runId(), new End(Standing.ended(state, RunMessages.ofTask(state)), task.value(), none(), null));
        }
    }

    /** What is cut off by the end of the workspace stays open: the next start fails it. */
    private void end(long id, End end) {
        if (!isStopped.getAsBoolean()) {
            store.end(id, end);
        }
    }

    private ObjectNode valuesOf(String task) {
        ObjectNode own = none();
        values.all().stream()
                .filter(value -> value.task().equals(task))
                .forEach(value -> own.put(value.key(), value.json()));
        return own;
    }

    private static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String keyOf(String label) {
        int bracket = label.indexOf('[');
        return bracket < 0 ? label : label.substring(0, bracket);
    }

    /** Which run it is, and which repair of it; 0 for none. */
    record RunId(long runId, long repairId) {}

    private record Attempt(long runId, int number, long originalRunId, boolean hasBegun) {

        static Attempt of(StoredTaskRun run) {
            return new Attempt(run.runId(), run.attemptNumber(), run.originalRunId(), run.startTime() > 0);
        }

        Attempt begun() {
            return new Attempt(runId, number, originalRunId, true);
        }
    }
}
