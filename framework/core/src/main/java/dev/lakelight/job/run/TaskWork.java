package dev.lakelight.job.run;

import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What one attempt at a task does. */
final class TaskWork implements Callable<Outcome> {

    private final JobExecution job;
    private final Task task;
    private final TaskExecution.Surroundings surroundings;
    private final int number;

    TaskWork(JobExecution job, Task task, TaskExecution.Surroundings surroundings, int number) {
        this.job = job;
        this.task = task;
        this.surroundings = surroundings;
        this.number = number;
    }

    @Override
    public Outcome call() throws InterruptedException {
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

        TaskAttempt.InJob inJob =
                new TaskAttempt.InJob(job.facts().job().id(), job.facts().runId());
        TaskAttempt attempt = new TaskAttempt(task.key(), withParameters(action), job.values(), inJob);
        return Outcome.of(job.runner().runModule(attempt).run());
    }

    private ReferenceValues references() {
        String notebook = task.action() instanceof TaskAction.Notebook found ? found.path() : "";
        ReferenceValues.Attempt self = new ReferenceValues.Attempt(
                task.key(), number, job.facts().taskRunId(surroundings.label()), notebook, surroundings.input());
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
        JobSelection other = job.request()
                .selection()
                .other(action.jobId())
                .orElseThrow(() -> new UserError(noJob(action.jobId()), task.source()));
        Map<String, String> pushed = new LinkedHashMap<>(job.parameters());
        pushed.keySet().retainAll(other.job().parameters().keySet());
        JobRun run = job.runner().run(job.request().child(other, joined(action.parameters(), pushed)));
        return Outcome.job(run, run.state().succeeded() ? null : failed(other.job(), run.state()));
    }

    private String noJob(String id) {
        return "%s: there is no job with the id %s beside this one. Refer to a job of the bundle as ${resources.jobs.<key>.id}."
                .formatted(task.source(), id);
    }

    private Problem failed(Job other, RunState state) {
        return JobProblems.of("job", "The job '%s' ended with %s.".formatted(other.name(), state), task.source());
    }
}
