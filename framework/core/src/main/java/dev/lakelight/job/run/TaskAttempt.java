package dev.lakelight.job.run;

import static java.util.Objects.requireNonNull;

import dev.lakelight.job.TaskAction;

/**
 * What a {@link TaskRunner} is to run.
 *
 * @param task key of the task, under which it sets task values
 * @param action what to do; references are resolved and the parameters of the job are among those of the task
 * @param values what tasks of the run tell each other
 * @param job which run of which job it belongs to
 */
public record TaskAttempt(String task, TaskAction action, TaskValues values, InJob job) {

    /**
     * Which run of which job it is.
     *
     * @param jobId as {@code {{job.id}}} has it
     * @param runId as {@code {{job.run_id}}} has it
     * @param taskRunId as {@code {{task.run_id}}} has it
     */
    public record InJob(String jobId, long runId, long taskRunId) {

        public InJob {
            requireNonNull(jobId, "jobId");
        }
    }

    public TaskAttempt {
        requireNonNull(task, "task");
        requireNonNull(action, "action");
        requireNonNull(values, "values");
        requireNonNull(job, "job");
    }
}
