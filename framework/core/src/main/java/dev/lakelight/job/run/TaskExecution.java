package dev.lakelight.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Runs one task: attempt after attempt until it succeeds or no more are allowed. */
final class TaskExecution {

    private final JobExecution job;
    private final Task task;
    private final Surroundings surroundings;
    private final List<AttemptRun> attempts = new ArrayList<>();

    TaskExecution(JobExecution job, Task task, Surroundings surroundings) {
        this.job = job;
        this.task = task;
        this.surroundings = surroundings;
    }

    /** Run it; whatever goes wrong becomes part of the record, also in what records it: others wait for its end. */
    TaskRun run() {
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        Outcome last = attempts();
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        return TaskRecords.run(task, new TaskRecords.Ended(surroundings.label(), startedAt, duration, attempts, last));
    }

    private Outcome attempts() {
        try {
            Outcome last = attempt();

            while (isToBeTriedAgain(last) && pause()) {
                last = attempt();
            }

            return last;
        } catch (Throwable e) {
            return failed(e);
        }
    }

    private boolean isToBeTriedAgain(Outcome last) {
        boolean isFollowed = mayBeTriedAgain(last);

        if (isFollowed) {
            job.order().watcher().waitsForRetry(surroundings.label(), attempts.size() + 1);
        }

        return isFollowed;
    }

    private boolean mayBeTriedAgain(Outcome last) {
        boolean mayHelp = last.state() == RunState.FAILED
                || (last.state() == RunState.TIMEDOUT && task.retries().afterTimeout());
        return mayHelp
                && !job.isCancelled()
                && !(task.action() instanceof TaskAction.Unsupported)
                && task.retries().allowsAfter(attempts.size());
    }

    /** Return whether the pause before the next attempt is over, and not the run. */
    private boolean pause() {
        try {
            Thread.sleep(task.retries().pause().toMillis());
            return !job.isCancelled();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Outcome attempt() {
        int number = attempts.size() + 1;
        Instant startedAt = Instant.now();
        long start = System.nanoTime();
        Outcome outcome = begun(number);
        Outcome seen = job.isCancelled() ? outcome.cancelled() : outcome;
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        AttemptRun ended = new AttemptRun(number, seen.state(), startedAt, duration, seen.run(), seen.problem());
        attempts.add(ended);
        job.order().watcher().ends(surroundings.label(), ended, seen.value());
        return seen;
    }

    private Outcome begun(int number) {
        try {
            long runId = job.facts().begin(surroundings.label(), number);
            return task.action().runsModule() ? withRoom(number, runId) : inTime(number, runId);
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** Waiting for room is not part of the time that a task may take. */
    private Outcome withRoom(int number, long runId) {
        try {
            job.runner().enter();
        } catch (InterruptedException e) {
            return cancelled();
        }

        try {
            return inTime(number, runId);
        } finally {
            job.runner().leave();
        }
    }

    private Outcome cancelled() {
        Thread.currentThread().interrupt();
        return Outcome.problem(
                RunState.CANCELED, JobProblems.of("cancelled", "The task was cancelled.", task.source()));
    }

    private Outcome inTime(int number, long runId) {
        TaskWork work = new TaskWork(job, task, surroundings, number, runId);

        try {
            return task.timeout().isZero() ? work.call() : inTime(work);
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (Throwable e) {
            return failed(e);
        }
    }

    private Outcome inTime(TaskWork work) throws ExecutionException {
        TimedCall<Outcome> call = TimedCall.start("attempt " + surroundings.label(), work);

        try {
            return call.await(task.timeout());
        } catch (InterruptedException e) {
            Outcome none = cancelled();
            return call.result().map(Outcome::cancelled).orElse(none);
        } catch (TimeoutException e) {
            Problem late = JobProblems.of(
                    "timeout",
                    "The task '%s' did not end within %d s and was cancelled."
                            .formatted(surroundings.label(), task.timeout().toSeconds()),
                    task.source());
            return call.result()
                    .map(outcome -> outcome.timedOut(late))
                    .orElseGet(() -> Outcome.problem(RunState.TIMEDOUT, late));
        }
    }

    private Outcome failed(Throwable failure) {
        return Outcome.problem(RunState.FAILED, JobProblems.of(failure, task.source()));
    }

    /**
     * What a task is run in.
     *
     * @param label its key, with the number of its iteration where it is one
     * @param others tasks that have ended, by key
     * @param input element that it is run for, or null
     */
    record Surroundings(
            String label,
            Map<String, TaskRun> others,
            @Nullable JsonNode input) {}
}
