package dev.lakelight.assertion;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TaskRun;
import dev.lakelight.result.Warning;
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

    @Test
    void knowsWhatItsTasksWereWarnedOf() {
        Warning grant = new Warning("GRANT SELECT is recorded", new SourceLocation("grants.sql", 3));
        JobRun warned = run(RunState.SUCCESS, List.of(task("grant", moduleRun(grant))));
        JobRun quiet = run(RunState.SUCCESS, List.of(task("load", moduleRun())));

        assertThat(warned).hasWarning("GRANT");
        assertThat(quiet).hasNoWarnings();
        assertThatThrownBy(() -> assertThat(warned).hasNoWarnings())
                .hasMessage("The job 'nightly' was expected to run without warnings, but was warned of:\n"
                        + "  grants.sql:3: GRANT SELECT is recorded");
        assertThatThrownBy(() -> assertThat(quiet).hasWarning("GRANT"))
                .hasMessage("The job 'nightly' was expected to be warned of 'GRANT', but was warned of nothing");
    }

    private static TaskRun task(String key, ModuleRun run) {
        AttemptRun attempt = new AttemptRun(1, RunState.SUCCESS, Instant.EPOCH, Duration.ZERO, run, null);
        return new TaskRun(
                key,
                "notebook_task",
                List.of(),
                RunState.SUCCESS,
                Instant.EPOCH,
                Duration.ZERO,
                List.of(attempt),
                List.of(),
                null,
                null,
                null);
    }

    private static ModuleRun moduleRun(Warning... warnings) {
        CellRun cell = new CellRun(
                1,
                "sql",
                null,
                new SourceLocation("grants.sql", 2),
                "",
                CellRun.Status.SUCCEEDED,
                Duration.ZERO,
                null,
                "",
                List.of(warnings),
                null);
        return new ModuleRun(
                "grants.sql", null, Map.of(), ModuleRun.Outcome.SUCCEEDED, Duration.ZERO, List.of(cell), null, null);
    }

    private static JobRun run(RunState state) {
        Problem problem = new Problem("x", "no such file", "", null);
        return run(state, List.of(task("load", RunState.FAILED, problem), task("clean", RunState.EXCLUDED, null)));
    }

    private static JobRun run(RunState state, List<TaskRun> tasks) {
        return new JobRun(
                "nightly",
                new SourceLocation("databricks.yml", 5),
                null,
                Map.of(),
                state,
                Instant.EPOCH,
                Duration.ZERO,
                tasks,
                null,
                List.of());
    }

    private static TaskRun task(String key, RunState state, @Nullable Problem problem) {
        return new TaskRun(
                key, "notebook_task", List.of(), state, null, Duration.ZERO, List.of(), List.of(), null, null, problem);
    }
}
