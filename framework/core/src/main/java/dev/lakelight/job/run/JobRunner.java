package dev.lakelight.job.run;

import static java.util.Objects.requireNonNull;

import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.JobRun;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Runs jobs. Tasks that do not wait for each other run at the same time, up to a limit; conditions, for-each and run-job tasks
 * do not count, as they only wait for others. Thread-safe.
 */
public final class JobRunner {

    private static final int MOST_JOBS_IN_JOBS = 10;

    private final TaskRunner modules;
    private final Semaphore permits;

    /**
     * Create a runner.
     *
     * @param modules runs what tasks name
     * @param modulesAtOnce how many of these run at the same time at most
     */
    public JobRunner(TaskRunner modules, int modulesAtOnce) {
        this.modules = requireNonNull(modules, "modules");
        this.permits = new Semaphore(modulesAtOnce, true);
    }

    /**
     * Run a job and wait for it. A task that fails does not throw: ask the result. When this thread is interrupted, the run is
     * cancelled and the interrupt stays.
     *
     * @param selection the job, and those that it may run
     * @param parameters values in place of the job's defaults
     * @param configuration name of the configuration, for the record, or null
     * @throws UserError when the job has no such parameter
     */
    public JobRun run(JobSelection selection, Map<String, String> parameters, @Nullable String configuration) {
        return run(new JobRequest(selection, parameters, configuration, "one_time", 0));
    }

    /**
     * Run a job for a workspace, and wait for it; the same as {@link #run(JobSelection, Map, String)} otherwise.
     *
     * @throws UserError when the job has no parameter that the order gives it
     */
    public JobRun run(Job job, RunOrder order) {
        JobSelection alone = new JobSelection(job, List.of(job));
        JobRequest request =
                new JobRequest(alone, order.parameters(), null, order.about().trigger(), 0);
        return new JobExecution(this, request, order).run();
    }

    JobRun run(JobRequest request) {
        Job job = request.selection().job();

        if (request.depth() > MOST_JOBS_IN_JOBS) {
            throw new UserError(
                    "Cannot run the job '%s' (%s): %d jobs already wait for one another. Does one of them run itself?"
                            .formatted(job.name(), job.source(), MOST_JOBS_IN_JOBS));
        }

        RunOrder order = new RunOrder(
                RunOrder.About.unwatched(request.trigger()),
                request.parameters(),
                Map.of(),
                new TaskValues(),
                new OwnIds(),
                new JobsBeside(this, request));
        return new JobExecution(this, request, order).run();
    }

    TaskEnd runModule(TaskAttempt attempt) {
        return modules.run(attempt);
    }

    /** Wait until there is room for one more module. */
    void enter() throws InterruptedException {
        permits.acquire();
    }

    /** Make room for another module. */
    void leave() {
        permits.release();
    }

    /**
     * What to run.
     *
     * @param selection the job and those beside it
     * @param parameters values in place of the job's defaults
     * @param configuration name, or null
     * @param trigger why, in Databricks' words
     * @param depth number of jobs that wait for this one
     */
    record JobRequest(
            JobSelection selection,
            Map<String, String> parameters,
            @Nullable String configuration,
            String trigger,
            int depth) {

        JobRequest child(JobSelection other, Map<String, String> values) {
            return new JobRequest(other, values, configuration, "run_job_task", depth + 1);
        }
    }
}
