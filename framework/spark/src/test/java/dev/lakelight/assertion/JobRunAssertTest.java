package dev.lakelight.assertion;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.result.JobRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TaskRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JobRunAssertTest {

    private static final String TASKS = " Its tasks:\n- load FAILED: no such file\n- clean EXCLUDED";

    @Test
    void passesWhenTheJobEndedSo() {
        assertThat(run(RunState.SUCCESS_WITH_FAILURES))
                .succeeded()
                .hasState(RunState.SUCCESS_WITH_FAILURES)
                .hasTask("load", RunState.FAILED)
                .hasTask("clean", RunState.EXCLUDED);
    }

    @Test
    void showsAllTasksWhenItEndedOtherwise() {
        JobRunAssert failed = assertThat(run(RunState.FAILED));

        assertThatThrownBy(failed::succeeded).hasMessage("The job 'nightly' ended with FAILED." + TASKS);
        assertThatThrownBy(() -> failed.hasState(RunState.TIMEDOUT))
                .hasMessage("The job 'nightly' ended with FAILED, but TIMEDOUT was expected." + TASKS);
        assertThatThrownBy(() -> failed.as("sunday").hasTask("clean", RunState.SUCCESS))
                .hasMessage("[sunday] The task 'clean' ended with EXCLUDED, but SUCCESS was expected." + TASKS);
        assertThatThrownBy(() -> assertThat(run(RunState.FAILED)).hasTask("claen", RunState.SUCCESS))
                .hasMessage("The job 'nightly' has no task 'claen'." + TASKS);
    }

    private static JobRun run(RunState state) {
        Problem problem = new Problem("x", "no such file", "", null);
        return new JobRun(
                "nightly",
                new SourceLocation("databricks.yml", 5),
                null,
                Map.of(),
                state,
                Instant.EPOCH,
                Duration.ZERO,
                List.of(task("load", RunState.FAILED, problem), task("clean", RunState.EXCLUDED, null)),
                null,
                List.of());
    }

    private static TaskRun task(String key, RunState state, @Nullable Problem problem) {
        return new TaskRun(
                key, "notebook_task", List.of(), state, null, Duration.ZERO, List.of(), List.of(), null, null, problem);
    }
}
