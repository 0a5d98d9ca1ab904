package dev.lakelight.databricks;

import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.databricks.job.TaskEnd;
import dev.lakelight.databricks.job.TaskOutput;
import dev.lakelight.difference.JobRunMessages;
import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.run.TaskRecords;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the run of a job in a workspace as of one on this machine.
 *
 * @param written the job
 * @param configuration name of the configuration, or null
 * @param answers what the workspace tells of the run
 */
record FoundJob(WrittenJob written, @Nullable String configuration, RunAnswers answers) {

    private static final String PROBLEM = "the run on Databricks";

    /**
     * Return the record.
     *
     * @throws EnvironmentError when the workspace does not tell of a task, or how it or the run has ended
     */
    JobRun record() {
        Job job = written.selection().job();
        FoundTask run = answers.run().run();
        return new JobRun(
                job.name(),
                job.source(),
                configuration,
                job.parametersWith(written.parameters()),
                state(run),
                Instant.ofEpochMilli(run.startedAt()),
                run.duration(),
                job.tasks().stream().map(this::task).toList(),
                job.schedule(),
                job.ignored());
    }

    private TaskRun task(Task task) {
        return task(task, task.key(), answers.task(task.key()));
    }

    /** Tell of a task, or of an iteration of one by its label. */
    private TaskRun task(Task task, String label, FoundTask found) {
        RunState state = state(found);

        if (found.end() == TaskEnd.NOT_RUN) {
            return TaskRecords.notRun(task, state);
        }

        TaskOutput output = hasOutput(task.action()) ? answers.output(found) : TaskOutput.NONE;
        List<TaskRun> iterations =
                task.action() instanceof TaskAction.ForEach each ? iterations(each, found) : List.of();
        JobRun other = task.action() instanceof TaskAction.RunJob called ? other(called, output) : null;
        Problem problem = state.failed() ? problem(task, found, output, iterations, other) : null;
        Instant start = Instant.ofEpochMilli(found.startedAt());
        return new TaskRun(
                label,
                task.action().kind(),
                task.dependsOn().stream()
                        .map(dependency -> new TaskRun.Edge(dependency.task(), dependency.outcome()))
                        .toList(),
                state,
                start,
                found.duration(),
                List.of(new AttemptRun(1, state, start, found.duration(), null, problem)),
                iterations,
                other,
                found.outcome().isEmpty() ? output.exitValue() : found.outcome(),
                problem);
    }

    private static boolean hasOutput(TaskAction action) {
        return action.runsModule() || action instanceof TaskAction.RunJob;
    }

    private List<TaskRun> iterations(TaskAction.ForEach each, FoundTask found) {
        List<FoundTask> all = answers.ofRun(found.runId()).run().iterations();
        List<TaskRun> iterations = new ArrayList<>();

        for (int i = 0; i < all.size(); i++) {
            iterations.add(task(each.task(), "%s[%d]".formatted(each.task().key(), i), all.get(i)));
        }

        return iterations;
    }

    /** Return the run of the job that a task has run, or null when it was not started. */
    private @Nullable JobRun other(TaskAction.RunJob called, TaskOutput output) {
        if (output.jobRun() == 0) {
            return null;
        }

        RunAnswers ofRun = answers.ofRun(output.jobRun());
        JobSelection selection = written.selection().other(called.jobId()).orElseThrow();
        WrittenJob other = new WrittenJob(
                written.name(), selection, written.wire(), ofRun.run().parameters());
        return new FoundJob(other, configuration, ofRun).record();
    }

    private Problem problem(
            Task task, FoundTask found, TaskOutput output, List<TaskRun> iterations, @Nullable JobRun other) {
        if (other != null && !other.state().succeeded()) {
            return new Problem(PROBLEM, JobRunMessages.otherJobFailed(other), "", task.source());
        }

        Optional<String> below = JobRunMessages.iterationsFailed(iterations);

        if (below.isPresent()) {
            return new Problem(PROBLEM, below.get(), "", task.source());
        }

        TaskOutput told = output.error().isEmpty() ? answers.output(found) : output;
        String message = told.error().isEmpty() ? found.message() : told.error();
        return new Problem(PROBLEM, message, told.trace(), task.source());
    }

    private RunState state(FoundTask found) {
        return switch (found.end()) {
            case SUCCEEDED -> RunState.SUCCESS;
            case SUCCEEDED_IN_PART -> RunState.SUCCESS_WITH_FAILURES;
            case FAILED -> RunState.FAILED;
            case TIMED_OUT -> RunState.TIMEDOUT;
            case CANCELLED -> RunState.CANCELED;
            case NOT_RUN -> notRun(found);
            case BROKEN, UNKNOWN -> throw unknown(found);
        };
    }

    private RunState notRun(FoundTask found) {
        return switch (found.result()) {
            case "EXCLUDED" -> RunState.EXCLUDED;
            case "DISABLED" -> RunState.DISABLED;
            case "UPSTREAM_FAILED" -> RunState.UPSTREAM_FAILED;
            case "UPSTREAM_CANCELED" -> RunState.UPSTREAM_CANCELED;
            default -> throw unknown(found);
        };
    }

    private EnvironmentError unknown(FoundTask found) {
        String what = found.key().isEmpty() ? "The run of the job" : "The task '%s' of the job".formatted(found.key());
        return new EnvironmentError("%s '%s' ended with %s on Databricks. %s Look at %s"
                .formatted(what, written.selection().job().name(), found.state(), found.message(), found.page()));
    }
}
