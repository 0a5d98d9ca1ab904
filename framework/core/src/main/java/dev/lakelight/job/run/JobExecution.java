package dev.lakelight.job.run;

import dev.lakelight.job.Job;
import dev.lakelight.job.Task;
import dev.lakelight.job.run.JobRunner.JobRequest;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One run of a job: its own thread starts tasks and waits for them, each task has a thread. */
final class JobExecution {

    private static final Duration NEVER = Duration.ofDays(365);

    private final JobRunner runner;
    private final JobRequest request;
    private final Job job;
    private final JobProgress progress;
    private final RunFacts facts;
    private final Map<String, String> parameters;
    private final RunOrder order;
    private final Map<String, TaskRun> ended = new LinkedHashMap<>();
    private final Map<String, TimedCall<?>> calls = new LinkedHashMap<>();
    private final BlockingQueue<TaskRun> queue = new LinkedBlockingQueue<>();
    private final long startedAt = System.nanoTime();
    private volatile boolean cancelled;

    JobExecution(JobRunner runner, JobRequest request, RunOrder order) {
        this.runner = runner;
        this.request = request;
        this.job = request.selection().job();
        this.progress = new JobProgress(job);
        this.order = order;
        this.facts = RunFacts.of(job, Instant.now(), order.about(), order.watcher());
        this.parameters = resolved(job.parametersWith(order.parameters()));
        order.earlier().forEach((key, task) -> {
            ended.put(key, task);
            progress.finish(key, new Settled(task.state(), task.value()));
        });
    }

    private Map<String, String> resolved(Map<String, String> written) {
        ReferenceValues known = references(Map.of(), new ReferenceValues.Attempt("", 1, 0, "", null));
        Map<String, String> all = new LinkedHashMap<>();
        written.forEach((name, value) -> all.put(name, known.apply(value)));
        return all;
    }

    ReferenceValues references(Map<String, String> ofJob, ReferenceValues.Attempt attempt) {
        return new ReferenceValues(facts, ofJob, Map.copyOf(ended), order.values(), attempt);
    }

    JobRunner runner() {
        return runner;
    }

    JobRequest request() {
        return request;
    }

    Map<String, String> parameters() {
        return parameters;
    }

    TaskValues values() {
        return order.values();
    }

    RunFacts facts() {
        return facts;
    }

    RunOrder order() {
        return order;
    }

    boolean isCancelled() {
        return cancelled;
    }

    JobRun run() {
        try {
            RunState state = runTasks() ? progress.result() : stop(RunState.TIMEDOUT);
            return record(state);
        } catch (InterruptedException e) {
            JobRun run = record(stop(RunState.CANCELED));
            Thread.currentThread().interrupt();
            return run;
        } catch (RuntimeException e) {
            cancelled = true;
            TimedCall.giveUp(calls.values());
            throw e;
        }
    }

    /** Return whether all tasks have ended in time. */
    private boolean runTasks() throws InterruptedException {
        startNext();

        while (!progress.isDone()) {
            TaskRun run = queue.poll(remaining().toMillis(), TimeUnit.MILLISECONDS);

            if (run == null) {
                return false;
            }

            finish(run);
            startNext();
        }

        return true;
    }

    private Duration remaining() {
        return job.timeout().isZero() ? NEVER : job.timeout().minusNanos(System.nanoTime() - startedAt);
    }

    private void startNext() {
        List<Task> next = progress.next();
        Map<String, TaskRun> known = snapshot();
        next.forEach(task -> {
            TaskExecution execution =
                    new TaskExecution(this, task, new TaskExecution.Surroundings(task.key(), known, null));
            calls.put(task.key(), TimedCall.start("task " + task.key(), () -> queue.add(execution.run())));
        });
    }

    private Map<String, TaskRun> snapshot() {
        progress.settled().forEach((key, end) -> {
            if (!ended.containsKey(key)) {
                TaskRun run = notRun(key, end.state());
                ended.put(key, run);
                order.watcher().settles(run);
            }
        });
        return Map.copyOf(ended);
    }

    private void finish(TaskRun run) {
        ended.put(run.key(), run);
        order.watcher().settles(run);
        progress.finish(run.key(), new Settled(run.state(), run.value()));
    }

    /** End what still runs and start nothing more. */
    private RunState stop(RunState state) {
        cancelled = true;
        TimedCall.giveUp(calls.values());

        for (TaskRun late = queue.poll(); late != null; late = queue.poll()) {
            finish(late);
        }

        progress.cancel();
        return state;
    }

    private JobRun record(RunState state) {
        snapshot();
        List<TaskRun> tasks =
                job.tasks().stream().map(task -> ended.get(task.key())).toList();
        return new JobRun(
                job.name(),
                job.source(),
                request.configuration(),
                parameters,
                state,
                facts.startedAt(),
                Duration.ofNanos(System.nanoTime() - startedAt),
                tasks,
                job.schedule(),
                job.ignored());
    }

    private TaskRun notRun(String key, RunState state) {
        Task task = job.tasks().stream()
                .filter(candidate -> candidate.key().equals(key))
                .findFirst()
                .orElseThrow();
        return calls.containsKey(key) ? TaskRecords.notEnded(task, state) : TaskRecords.notRun(task, state);
    }
}
