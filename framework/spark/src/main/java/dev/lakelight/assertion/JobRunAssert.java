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
