package dev.lakelight.databricks;

import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskEnd;
import dev.lakelight.databricks.job.TaskOutput;
import dev.lakelight.databricks.suite.Step;
import dev.lakelight.difference.JobRunMessages;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how the steps of a test ended, and keeps what they ran. */
final class StepEnds {

    private final PlannedTest test;
    private final Map<String, WrittenJob> jobs;
    private final RunAnswers answers;
    private final List<ModuleRun> modules = new ArrayList<>();
    private final List<JobRun> jobRuns = new ArrayList<>();

    StepEnds(PlannedTest test, Map<String, WrittenJob> jobs, RunAnswers answers) {
        this.test = test;
        this.jobs = jobs;
        this.answers = answers;
    }

    List<ModuleRun> modules() {
        return List.copyOf(modules);
    }

    List<JobRun> jobs() {
        return List.copyOf(jobRuns);
    }

    /**
     * Tell how a step ended.
     *
     * @param number from 1
     * @throws EnvironmentError when the workspace does not tell
     */
    StepEnd of(int number) {
        Step step = test.work().steps().get(number - 1);
        FoundTask task = answers.task(test.stepTask(number));
        TaskOutput output = answers.output(task);
        return step instanceof Step.OfJob
                ? ofJob(step, Objects.requireNonNull(jobs.get(task.key()), "a job that was written"), task, output)
                : ofModule(step, task, output);
    }

    private StepEnd ofModule(Step step, FoundTask task, TaskOutput output) {
        if (task.end() == TaskEnd.SUCCEEDED) {
            modules.add(module(step, task, ModuleRun.Outcome.SUCCEEDED, output.exitValue(), null));
            return StepEnd.succeeded(step.module(), output.exitValue());
        }

        String message = output.error().isEmpty() ? task.state() + " " + task.message() : output.error();
        Problem problem = new Problem("the run on Databricks", message.strip(), output.trace(), step.source());
        modules.add(module(step, task, ModuleRun.Outcome.FAILED, null, problem));

        if (task.end() != TaskEnd.FAILED) {
            return StepEnd.unfinished(step.module(), unfinished(step, task));
        }

        // A module that failed is told as on this machine, with the page of its run.
        String failure = output.error().isEmpty()
                ? unfinished(step, task)
                : "%s: %s failed.\n%s\n%s"
                        .formatted(step.source(), step.module(), output.error(), task.page())
                        .strip();
        return StepEnd.failed(step.module(), failure, output.error(), output.trace());
    }

    private String unfinished(Step step, FoundTask task) {
        return answers.unfinished("%s: %s".formatted(step.source(), step.module()), task);
    }

    private ModuleRun module(
            Step step,
            FoundTask task,
            ModuleRun.Outcome outcome,
            @Nullable String exitValue,
            @Nullable Problem problem) {
        return new ModuleRun(
                step.module(),
                test.work().configuration(),
                parameters(step),
                outcome,
                task.duration(),
                List.of(),
                exitValue,
                problem);
    }

    private static Map<String, String> parameters(Step step) {
        if (step instanceof Step.Notebook notebook) {
            return notebook.parameters();
        }

        Map<String, String> numbered = new LinkedHashMap<>();

        if (step instanceof Step.MainClass main) {
            main.arguments().forEach(argument -> numbered.put("args[%d]".formatted(numbered.size()), argument));
        }

        return numbered;
    }

    private StepEnd ofJob(Step step, WrittenJob written, FoundTask task, TaskOutput output) {
        String name = "the job '%s'".formatted(written.selection().job().name());

        if (task.end() != TaskEnd.SUCCEEDED && output.jobRun() == 0) {
            return StepEnd.unfinished(name, unfinished(step, task));
        }

        if (output.jobRun() == 0) {
            throw new EnvironmentError(
                    "Databricks does not tell which run of %s it was. Look at %s".formatted(name, task.page()));
        }

        RunAnswers ofRun = answers.ofRun(output.jobRun());
        JobRun run = new FoundJob(written, test.work().configuration(), ofRun).record();
        jobRuns.add(run);
        String failure = run.state().succeeded()
                ? ""
                : "%s\n%s"
                        .formatted(
                                JobRunMessages.failed(run, step.source()),
                                ofRun.run().run().page());
        return new StepEnd(
                name, kind(run.state()), failure.strip(), JobRunMessages.reasons(run), "", null, Optional.of(run));
    }

    private static StepEnd.Kind kind(RunState state) {
        if (state.succeeded()) {
            return StepEnd.Kind.SUCCEEDED;
        }

        return state.cancelled() ? StepEnd.Kind.UNFINISHED : StepEnd.Kind.FAILED;
    }
}
