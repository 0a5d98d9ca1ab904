package dev.lakelight.databricks;

import dev.lakelight.databricks.check.CheckOfTest;
import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskEnd;
import dev.lakelight.databricks.job.TaskOutput;
import dev.lakelight.difference.JobRunMessages;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Judges a test by how its tasks ended and what they left. Only what is known to be as expected passes. */
final class TestJudge {

    private final PlannedTest test;
    private final RunAnswers answers;
    private final StepEnds steps;
    private final CheckOfTest check;
    private final SourceLocation place;

    /**
     * Judge a test.
     *
     * @param test whose tasks have ended
     * @param jobs that it runs, by the keys of their tasks
     * @param answers what the workspace tells of its run
     */
    TestJudge(PlannedTest test, Map<String, WrittenJob> jobs, RunAnswers answers) {
        this.test = test;
        this.answers = answers;
        this.steps = new StepEnds(test, jobs, answers);
        this.place = Objects.requireNonNullElse(
                test.identity().source(), new SourceLocation(test.identity().suite(), 0));
        this.check = new CheckOfTest(place);
    }

    /** Return the runs of its notebooks and classes. */
    List<ModuleRun> modules() {
        return steps.modules();
    }

    /** Return the runs of its jobs. */
    List<JobRun> jobs() {
        return steps.jobs();
    }

    /** Return how it ended. */
    TestOutcome judge() {
        try {
            seed();
            checkEnd(lastStep());

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
        FoundTask seed = answers.task(test.seedTask());

        if (seed.end() != TaskEnd.SUCCEEDED) {
            throw new Unfinished(answers.unfinished("The tables of the test could not be filled", seed));
        }
    }

    /** Return the end of the last step, or of the first one that failed as it may. */
    private StepEnd lastStep() {
        StepEnd end = steps.of(1);

        for (int number = 2;
                number <= test.work().steps().size() && requireEnd(end).succeeded();
                number++) {
            end = steps.of(number);
        }

        return requireEnd(end);
    }

    private StepEnd requireEnd(StepEnd end) {
        boolean mayFail = end.kind() == StepEnd.Kind.FAILED
                && (test.work().error() != null
                        || (test.work().mayFail() && end.job().isPresent()));

        if (!end.succeeded() && !mayFail) {
            throw new Unfinished(end.failure());
        }

        return end;
    }

    private void checkEnd(StepEnd last) {
        if (test.work().error() != null) {
            checkError(last, test.work().error());
        }

        if (test.work().exitValue() != null) {
            checkExit(last, test.work().exitValue());
        }

        last.job()
                .ifPresent(job -> test.work()
                        .tasks()
                        .forEach((task, state) ->
                                JobRunMessages.unmet(job, task, state).ifPresent(check::unmet)));
    }

    private void checkError(StepEnd last, String expected) {
        if (last.succeeded()) {
            check.unmet("expected an error with '%s', but every step succeeded.".formatted(expected));
        } else if (!last.tells(expected)) {
            check.unmet("expected an error with '%s', but %s failed with:\n%s"
                    .formatted(expected, last.name(), String.join("\nCaused by: ", last.reasons())));
        }
    }

    private void checkExit(StepEnd last, String expected) {
        if (!expected.equals(last.exitValue())) {
            String found = last.exitValue() == null ? "nothing" : "'%s'".formatted(last.exitValue());
            check.unmet(
                    "expected %s to exit with '%s', but it exited with %s.".formatted(last.name(), expected, found));
        }
    }

    private String found() {
        FoundTask task = answers.task(test.checkTask());
        TaskOutput output = answers.output(task);

        if (task.end() != TaskEnd.SUCCEEDED) {
            throw new Unfinished(answers.unfinished("The tables could not be checked", task));
        }

        if (output.exitValue() == null || output.truncated()) {
            throw new EnvironmentError("The check of the tables has left %s. Look at %s"
                    .formatted(output.truncated() ? "more than Databricks keeps" : "nothing", task.page()));
        }

        return output.exitValue();
    }

    private Duration duration() {
        return test.tasks().stream()
                .flatMap(key -> answers.run().task(key).stream())
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
