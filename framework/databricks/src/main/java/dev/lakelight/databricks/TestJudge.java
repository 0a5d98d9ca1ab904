package dev.lakelight.databricks;

import dev.lakelight.databricks.check.CheckOfTest;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskEnd;
import dev.lakelight.databricks.job.TaskOutput;
import dev.lakelight.databricks.suite.Step;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;

/** Judges a test by how its tasks ended and what they left. Only what is known to be as expected passes. */
final class TestJudge {

    private final PlannedTest test;
    private final FoundRun run;
    private final LongFunction<TaskOutput> outputs;
    private final List<ModuleRun> modules = new ArrayList<>();
    private final CheckOfTest check;
    private final SourceLocation place;

    /**
     * Judge a test.
     *
     * @param test whose tasks have ended
     * @param run that they are of
     * @param outputs what a task run has left, by its id
     */
    TestJudge(PlannedTest test, FoundRun run, LongFunction<TaskOutput> outputs) {
        this.test = test;
        this.run = run;
        this.outputs = outputs;
        this.place = Objects.requireNonNullElse(
                test.identity().source(), new SourceLocation(test.identity().suite(), 0));
        this.check = new CheckOfTest(place);
    }

    /** Return the runs of its notebooks. */
    List<ModuleRun> modules() {
        return List.copyOf(modules);
    }

    /** Return how it ended. */
    TestOutcome judge() {
        try {
            seed();
            steps();

            if (test.hasCheck()) {
                check.tables(test.work().tables(), found());
            }

            return check.outcome(duration());
        } catch (EnvironmentError | Unfinished e) {
            String type = e instanceof Unfinished ? "the run on Databricks" : EnvironmentError.class.getName();
            Problem problem = new Problem(type, String.valueOf(e.getMessage()), "", place);
            return new TestOutcome(TestStatus.ERROR, duration(), problem, List.of());
        }
    }

    private void seed() {
        FoundTask seed = task(test.seedTask());

        if (seed.end() != TaskEnd.SUCCEEDED) {
            throw unfinished("The tables of the test could not be filled", seed);
        }
    }

    private void steps() {
        String expectedError = test.work().error();

        for (int number = 1; number <= test.work().steps().size(); number++) {
            Step step = test.work().steps().get(number - 1);
            FoundTask task = task(test.stepTask(number));
            TaskOutput output = outputOf(task);

            if (task.end() == TaskEnd.FAILED && expectedError != null) {
                modules.add(failed(step, task, output));
                checkError(expectedError, step, output);
                return;
            }

            if (task.end() != TaskEnd.SUCCEEDED) {
                modules.add(failed(step, task, output));
                throw unfinished(step, task, output);
            }

            modules.add(succeeded(step, task, output));
        }

        if (expectedError != null) {
            check.unmet("expected an error with '%s', but every step succeeded.".formatted(expectedError));
        }

        checkExit();
    }

    private void checkError(String expected, Step step, TaskOutput output) {
        if (!output.error().contains(expected) && !output.trace().contains(expected)) {
            check.unmet("expected an error with '%s', but %s failed with:\n%s"
                    .formatted(expected, step.module(), output.error()));
        }
    }

    private void checkExit() {
        String expected = test.work().exitValue();

        if (expected == null) {
            return;
        }

        ModuleRun last = modules.get(modules.size() - 1);

        if (!expected.equals(last.exitValue())) {
            String found = last.exitValue() == null ? "nothing" : "'%s'".formatted(last.exitValue());
            check.unmet(
                    "expected %s to exit with '%s', but it exited with %s.".formatted(last.module(), expected, found));
        }
    }

    private String found() {
        FoundTask task = task(test.checkTask());
        TaskOutput output = outputOf(task);

        if (task.end() != TaskEnd.SUCCEEDED) {
            throw unfinished("The tables could not be checked", task);
        }

        if (output.exitValue() == null || output.truncated()) {
            throw new EnvironmentError("The check of the tables has left %s. Look at %s"
                    .formatted(output.truncated() ? "more than Databricks keeps" : "nothing", task.page()));
        }

        return output.exitValue();
    }

    private FoundTask task(String key) {
        return run.task(key)
                .orElseThrow(() -> new EnvironmentError("Databricks tells nothing of the task %s of the run %d."
                        .formatted(key, run.run().runId())));
    }

    private TaskOutput outputOf(FoundTask task) {
        boolean ran = task.end() == TaskEnd.SUCCEEDED || task.end() == TaskEnd.FAILED;
        return ran ? outputs.apply(task.runId()) : TaskOutput.NONE;
    }

    /** A notebook that failed is told as on this machine, with the page of its run. */
    private Unfinished unfinished(Step step, FoundTask task, TaskOutput output) {
        if (task.end() != TaskEnd.FAILED || output.error().isEmpty()) {
            return unfinished("%s: %s".formatted(step.source(), step.module()), task);
        }

        return new Unfinished("%s: %s failed.\n%s\n%s"
                .formatted(step.source(), step.module(), output.error(), task.page())
                .strip());
    }

    private Unfinished unfinished(String what, FoundTask task) {
        String error = outputOf(task).error();
        String reason = error.isEmpty() ? task.message() : error;
        return new Unfinished("%s: %s on Databricks%s\n%s"
                .formatted(what, task.state(), reason.isEmpty() ? "." : ":\n" + reason, task.page())
                .strip());
    }

    private ModuleRun succeeded(Step step, FoundTask task, TaskOutput output) {
        return new ModuleRun(
                step.module(),
                test.work().configuration(),
                step.parameters(),
                ModuleRun.Outcome.SUCCEEDED,
                task.duration(),
                List.of(),
                output.exitValue(),
                null);
    }

    private ModuleRun failed(Step step, FoundTask task, TaskOutput output) {
        String message = output.error().isEmpty() ? task.state() + " " + task.message() : output.error();
        return new ModuleRun(
                step.module(),
                test.work().configuration(),
                step.parameters(),
                ModuleRun.Outcome.FAILED,
                task.duration(),
                List.of(),
                null,
                new Problem("the run on Databricks", message.strip(), output.trace(), step.source()));
    }

    private Duration duration() {
        return test.tasks().stream()
                .flatMap(key -> run.task(key).stream())
                .map(FoundTask::duration)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** A task that did not do its work. */
    private static final class Unfinished extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unfinished(String message) {
            super(message);
        }
    }
}
