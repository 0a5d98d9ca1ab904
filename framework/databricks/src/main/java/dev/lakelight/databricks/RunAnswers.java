package dev.lakelight.databricks;

import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.databricks.job.TaskEnd;
import dev.lakelight.databricks.job.TaskOutput;
import dev.lakelight.problem.EnvironmentError;
import java.util.function.LongFunction;

/**
 * What a workspace tells of a run.
 *
 * @param run how it and its tasks stand
 * @param outputs what a run of a task has left, by its id
 * @param runs other runs, by their ids
 */
record RunAnswers(FoundRun run, LongFunction<TaskOutput> outputs, LongFunction<FoundRun> runs) {

    /**
     * Return a task.
     *
     * @throws EnvironmentError when the workspace does not tell of it
     */
    FoundTask task(String key) {
        return run.task(key)
                .orElseThrow(() -> new EnvironmentError("Databricks tells nothing of the task %s of the run %d."
                        .formatted(key, run.run().runId())));
    }

    /** Return what a task has left; nothing when it has not come to an end of its own. */
    TaskOutput output(FoundTask task) {
        boolean ran = task.end() == TaskEnd.SUCCEEDED || task.end() == TaskEnd.FAILED;
        return ran ? outputs.apply(task.runId()) : TaskOutput.NONE;
    }

    /** Return the same for another run: that of a job that a task has run, or of the task itself. */
    RunAnswers ofRun(long id) {
        return new RunAnswers(runs.apply(id), outputs, runs);
    }

    /** Say that a task did not do its work, and why. */
    String unfinished(String what, FoundTask task) {
        String error = output(task).error();
        String reason = error.isEmpty() ? task.message() : error;
        return "%s: %s on Databricks%s\n%s"
                .formatted(what, task.state(), reason.isEmpty() ? "." : ":\n" + reason, task.page())
                .strip();
    }
}
