package dev.lakelight.job.run;

import static java.util.Objects.requireNonNull;

import dev.lakelight.job.TaskAction;

/**
 * What a {@link TaskRunner} is to run.
 *
 * @param task key of the task, under which it sets task values
 * @param action what to do; references are resolved and the parameters of the job are among those of the task
 * @param values what tasks of the run tell each other
 */
public record TaskAttempt(String task, TaskAction action, TaskValues values) {

    public TaskAttempt {
        requireNonNull(task, "task");
        requireNonNull(action, "action");
        requireNonNull(values, "values");
    }
}
