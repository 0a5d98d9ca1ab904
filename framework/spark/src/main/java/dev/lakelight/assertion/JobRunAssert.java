package dev.lakelight.assertion;

import dev.lakelight.result.JobRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about the run of a job. */
public class JobRunAssert extends AbstractAssert<JobRunAssert, JobRun> {

    /** Look at a run. */
    public JobRunAssert(@Nullable JobRun actual) {
        super(actual, JobRunAssert.class);
    }

    /**
     * Verify that it ended with {@code SUCCESS} or {@code SUCCESS_WITH_FAILURES}.
     *
     * <pre>{@code
     * // passes when all of the job's last tasks do
     * assertThat(jobs.run("databricks.yml#nightly")).succeeded();
     *
     * // fails, and shows all tasks with their states: the job has no such parameter value
     * assertThat(jobs.run("databricks.yml#nightly", Map.of("run_date", "never"))).succeeded();
     * }</pre>
     *
     * @throws AssertionError when it ended otherwise
     */
    public JobRunAssert succeeded() {
        isNotNull();

        if (!actual.state().succeeded()) {
            throw failure("The job '%s' ended with %s".formatted(actual.name(), actual.state()));
        }

        return this;
    }

    /**
     * Verify how it ended.
     *
     * <pre>{@code
     * // passes when a task failed, and the tasks that come last did not
     * assertThat(run).hasState(RunState.SUCCESS_WITH_FAILURES);
     *
     * // fails
     * assertThat(run).hasState(RunState.SUCCESS);
     * }</pre>
     *
     * @throws AssertionError when it ended otherwise
     */
    public JobRunAssert hasState(RunState expected) {
        isNotNull();

        if (actual.state() != expected) {
            throw failure("The job '%s' ended with %s, but %s was expected"
                    .formatted(actual.name(), actual.state(), expected));
        }

        return this;
    }

    /**
     * Verify how a task ended.
     *
     * <pre>{@code
     * // passes when the condition before it took the other branch
     * assertThat(run).hasTask("daily_revenue", RunState.EXCLUDED);
     *
     * // fails
     * assertThat(run).hasTask("daily_revenue", RunState.SUCCESS);
     * }</pre>
     *
     * @throws AssertionError when there is no such task, or it ended otherwise
     */
    public JobRunAssert hasTask(String key, RunState expected) {
        isNotNull();
        TaskRun task = actual.task(key)
                .orElseThrow(() -> failure("The job '%s' has no task '%s'".formatted(actual.name(), key)));

        if (task.state() != expected) {
            throw failure("The task '%s' ended with %s, but %s was expected".formatted(key, task.state(), expected));
        }

        return this;
    }

    /**
     * Verify that nothing in it has less effect here than on Databricks: no grant, no key that nothing enforces.
     *
     * <pre>{@code
     * // passes when every task does what it says, all of it
     * assertThat(jobs.run("databricks.yml#nightly")).hasNoWarnings();
     *
     * // fails, and shows the statements with their places
     * assertThat(jobs.run("databricks.yml#setup")).hasNoWarnings();
     * }</pre>
     *
     * @throws AssertionError when it has been warned
     */
    public JobRunAssert hasNoWarnings() {
        isNotNull();

        if (!actual.warnings().isEmpty()) {
            throw Messages.error(
                    info.descriptionText(),
                    Messages.warned("The job '%s'".formatted(actual.name()), actual.warnings()));
        }

        return this;
    }

    /**
     * Verify that it was warned, and that one of the warnings says so. Warnings of statements that are recorded name the statement.
     *
     * <pre>{@code
     * // passes when every task has this statement
     * assertThat(jobs.run("databricks.yml#setup")).hasWarning("GRANT SELECT ON TABLE silver.customers");
     *
     * // fails
     * assertThat(jobs.run("databricks.yml#setup")).hasWarning("GRANT SELECT ON TABLE silver.orders");
     * }</pre>
     *
     * @param part text that the warning contains, letter case included
     * @throws AssertionError when no warning says so
     */
    public JobRunAssert hasWarning(String part) {
        isNotNull();

        if (actual.warnings().stream().noneMatch(warning -> warning.text().contains(part))) {
            throw Messages.error(
                    info.descriptionText(),
                    Messages.noWarning("The job '%s'".formatted(actual.name()), part, actual.warnings()));
        }

        return this;
    }

    private AssertionError failure(String sentence) {
        String tasks = actual.tasks().stream().map(JobRunAssert::line).collect(Collectors.joining("\n"));
        String message = "%s. Its tasks:\n%s".formatted(sentence, tasks);
        return Messages.error(info.descriptionText(), message);
    }

    private static String line(TaskRun task) {
        String reason = task.problem() == null ? "" : ": " + task.problem().message();
        return "- %s %s%s".formatted(task.key(), task.state(), reason);
    }
}
