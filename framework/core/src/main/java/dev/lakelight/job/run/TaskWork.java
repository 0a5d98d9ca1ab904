package dev.lakelight.job.run;

import dev.lakelight.difference.JobRunMessages;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.notebook.NotebookFiles;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What one attempt at a task does. */
final class TaskWork implements Callable<Outcome> {

    private final JobExecution job;
    private final Task task;
    private final TaskExecution.Surroundings surroundings;
    private final int number;
    private final long runId;

    TaskWork(JobExecution job, Task task, TaskExecution.Surroundings surroundings, int number, long runId) {
        this.job = job;
        this.task = task;
        this.surroundings = surroundings;
        this.number = number;
        this.runId = runId;
    }

    @Override
    public Outcome call() {
        TaskAction action = task.action().resolve(references());

        if (action instanceof TaskAction.Condition condition) {
            return Outcome.value(String.valueOf(condition.operator().holds(condition.left(), condition.right())));
        }

        if (action instanceof TaskAction.ForEach each) {
            return new Iterations(job, each, surroundings.others()).run();
        }

        if (action instanceof TaskAction.RunJob other) {
            return runJob(other);
        }

        if (action instanceof TaskAction.Unsupported unsupported) {
            throw new UserError("%s: %s".formatted(task.source(), unsupported.reason()), task.source());
        }

        TaskAttempt.InJob inJob = new TaskAttempt.InJob(
                job.facts().job().id(), job.facts().about().runId(), runId);
        TaskAttempt attempt = new TaskAttempt(task.key(), withParameters(action), job.values(), inJob);
        return Outcome.of(job.runner().runModule(attempt).run());
    }

    private ReferenceValues references() {
        String notebook =
                task.action() instanceof TaskAction.Notebook found ? NotebookFiles.withoutExtension(found.path()) : "";
        ReferenceValues.Attempt self =
                new ReferenceValues.Attempt(task.key(), number, runId, notebook, surroundings.input());
        return new ReferenceValues(job.facts(), job.parameters(), surroundings.others(), job.values(), self);
    }

    /** Parameters of the job go to all tasks that take names with values, and win. */
    private TaskAction withParameters(TaskAction action) {
        if (action instanceof TaskAction.Notebook notebook) {
            return new TaskAction.Notebook(notebook.path(), joined(notebook.parameters(), job.parameters()));
        }

        return action instanceof TaskAction.SqlFile file
                ? new TaskAction.SqlFile(file.path(), joined(file.parameters(), job.parameters()))
                : action;
    }

    private static Map<String, String> joined(Map<String, String> own, Map<String, String> stronger) {
        Map<String, String> all = new LinkedHashMap<>(own);
        all.putAll(stronger);
        return all;
    }

    private Outcome runJob(TaskAction.RunJob action) {
        OtherJobs.Call call = new OtherJobs.Call(action.jobId(), action.parameters(), job.parameters(), runId);
        JobRun run = job.order().otherJobs().run(call);
        return Outcome.job(run, run.state().succeeded() ? null : failed(run));
    }

    private Problem failed(JobRun run) {
        return JobProblems.of("job", JobRunMessages.otherJobFailed(run), task.source());
    }
}
