package dev.lakelight.job.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.job.ConditionOperator;
import dev.lakelight.job.Dependency;
import dev.lakelight.job.Job;
import dev.lakelight.job.Retries;
import dev.lakelight.job.RunIf;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conformance with what Databricks documents of run_if, conditions and the result of a job. */
class JobProgressTest {

    private static final SourceLocation HERE = new SourceLocation("job.json", 1);
    private static final TaskAction CONDITION = new TaskAction.Condition(ConditionOperator.EQUAL_TO, "a", "a");

    @ParameterizedTest(name = "{0}: after {1} comes {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    ALL_SUCCESS          | SUCCESS SUCCESS                   | RUN
                    ALL_SUCCESS          | SUCCESS FAILED                    | UPSTREAM_FAILED
                    ALL_SUCCESS          | SUCCESS TIMEDOUT                  | UPSTREAM_FAILED
                    ALL_SUCCESS          | SUCCESS UPSTREAM_FAILED           | UPSTREAM_FAILED
                    ALL_SUCCESS          | SUCCESS CANCELED                  | UPSTREAM_CANCELED
                    ALL_SUCCESS          | FAILED CANCELED                   | UPSTREAM_FAILED
                    ALL_SUCCESS          | SUCCESS EXCLUDED                  | EXCLUDED
                    ALL_SUCCESS          | SUCCESS_WITH_FAILURES SUCCESS     | RUN
                    AT_LEAST_ONE_SUCCESS | SUCCESS FAILED                    | RUN
                    AT_LEAST_ONE_SUCCESS | SUCCESS EXCLUDED                  | RUN
                    AT_LEAST_ONE_SUCCESS | FAILED FAILED                     | UPSTREAM_FAILED
                    AT_LEAST_ONE_SUCCESS | FAILED EXCLUDED                   | UPSTREAM_FAILED
                    NONE_FAILED          | SUCCESS SUCCESS                   | RUN
                    NONE_FAILED          | SUCCESS EXCLUDED                  | RUN
                    NONE_FAILED          | SUCCESS FAILED                    | UPSTREAM_FAILED
                    NONE_FAILED          | SUCCESS UPSTREAM_CANCELED         | UPSTREAM_CANCELED
                    ALL_DONE             | SUCCESS SUCCESS                   | RUN
                    ALL_DONE             | FAILED UPSTREAM_FAILED            | RUN
                    ALL_DONE             | FAILED EXCLUDED                   | RUN
                    AT_LEAST_ONE_FAILED  | SUCCESS FAILED                    | RUN
                    AT_LEAST_ONE_FAILED  | SUCCESS UPSTREAM_FAILED           | RUN
                    AT_LEAST_ONE_FAILED  | SUCCESS CANCELED                  | RUN
                    AT_LEAST_ONE_FAILED  | SUCCESS SUCCESS                   | EXCLUDED
                    ALL_FAILED           | FAILED TIMEDOUT                   | RUN
                    ALL_FAILED           | FAILED SUCCESS                    | EXCLUDED
                    ALL_FAILED           | FAILED EXCLUDED                   | EXCLUDED
                    ALL_SUCCESS          | EXCLUDED EXCLUDED                 | EXCLUDED
                    AT_LEAST_ONE_SUCCESS | EXCLUDED EXCLUDED                 | EXCLUDED
                    NONE_FAILED          | EXCLUDED DISABLED                 | EXCLUDED
                    ALL_DONE             | EXCLUDED EXCLUDED                 | EXCLUDED
                    AT_LEAST_ONE_FAILED  | EXCLUDED EXCLUDED                 | EXCLUDED
                    ALL_FAILED           | EXCLUDED EXCLUDED                 | EXCLUDED
                    """)
    void followsRunIf(RunIf runIf, String before, String expected) {
        List<RunState> states =
                Arrays.stream(before.split(" ")).map(RunState::valueOf).toList();
        Task last = task("last", runIf, dependencies("a b"));
        JobProgress progress = new JobProgress(job(task("a"), task("b"), last));
        progress.next();

        progress.finish("a", Settled.as(states.get(0)));
        assertThat(progress.next()).as("with one of two done").isEmpty();
        progress.finish("b", Settled.as(states.get(1)));
        List<Task> next = progress.next();

        assertThat(
                        next.equals(List.of(last))
                                ? "RUN"
                                : progress.settled().get("last").state().name())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of a condition that is {1}: {2}")
    @CsvSource({"true, true, RUN", "false, true, EXCLUDED", "false, false, RUN", "true, false, EXCLUDED"})
    void followsTheOutcomeOfACondition(String wanted, String outcome, String expected) {
        Task branch = task("branch", RunIf.ALL_SUCCESS, List.of(new Dependency("if", wanted)));
        JobProgress progress = new JobProgress(job(condition("if"), branch));
        progress.next();

        progress.finish("if", new Settled(RunState.SUCCESS, outcome));

        assertThat(progress.next().isEmpty() ? "EXCLUDED" : "RUN").isEqualTo(expected);
    }

    @Test
    void runsWhatJoinsTwoBranchesWhenNoneFailed() {
        JobProgress progress = new JobProgress(job(
                condition("if"),
                task("yes", RunIf.ALL_SUCCESS, List.of(new Dependency("if", "true"))),
                task("no", RunIf.ALL_SUCCESS, List.of(new Dependency("if", "false"))),
                task("join", RunIf.NONE_FAILED, dependencies("yes no"))));
        progress.next();

        progress.finish("if", new Settled(RunState.SUCCESS, "true"));
        List<String> branch = keys(progress.next());
        progress.finish("yes", Settled.as(RunState.SUCCESS));
        List<String> join = keys(progress.next());

        assertThat(branch).containsExactly("yes");
        assertThat(join).containsExactly("join");
    }

    @Test
    void startsAllTasksAtOnceThatWaitForNothing() {
        JobProgress progress =
                new JobProgress(job(task("a"), task("b"), task("c", RunIf.ALL_SUCCESS, dependencies("a b"))));

        assertThat(keys(progress.next())).containsExactly("a", "b");
        assertThat(progress.next()).isEmpty();
    }

    @Test
    void doesNotRunATaskThatIsSwitchedOff() {
        Task off = new Task("off", HERE, CONDITION, List.of(), RunIf.ALL_SUCCESS, Retries.NONE, Duration.ZERO, true);
        JobProgress progress = new JobProgress(job(off, task("after", RunIf.ALL_SUCCESS, dependencies("off"))));

        assertThat(progress.next()).isEmpty();
        assertThat(progress.settled())
                .containsExactly(
                        Map.entry("off", Settled.as(RunState.DISABLED)),
                        Map.entry("after", Settled.as(RunState.EXCLUDED)));
        assertThat(progress.isDone()).isTrue();
    }

    @ParameterizedTest(name = "a={0}, b={1} after it: {2}")
    @CsvSource({
        "SUCCESS, SUCCESS, SUCCESS",
        "SUCCESS, EXCLUDED, SUCCESS",
        "SUCCESS, FAILED, FAILED",
        "FAILED, SUCCESS, SUCCESS_WITH_FAILURES",
        "FAILED, EXCLUDED, SUCCESS_WITH_FAILURES",
        "FAILED, UPSTREAM_FAILED, FAILED",
        "SUCCESS, TIMEDOUT, FAILED"
    })
    void judgesTheJobByItsLastTasks(RunState first, RunState last, RunState expected) {
        JobProgress progress = new JobProgress(job(task("a"), task("b", RunIf.ALL_DONE, dependencies("a"))));

        progress.finish("a", Settled.as(first));
        progress.finish("b", Settled.as(last));

        assertThat(progress.result()).isEqualTo(expected);
    }

    private static List<String> keys(List<Task> tasks) {
        return tasks.stream().map(Task::key).toList();
    }

    private static List<Dependency> dependencies(String keys) {
        return Stream.of(keys.split(" ")).map(key -> new Dependency(key, null)).toList();
    }

    private static Task condition(String key) {
        return new Task(key, HERE, CONDITION, List.of(), RunIf.ALL_SUCCESS, Retries.NONE, Duration.ZERO, false);
    }

    private static Task task(String key) {
        return task(key, RunIf.ALL_SUCCESS, List.of());
    }

    private static Task task(String key, RunIf runIf, List<Dependency> dependsOn) {
        TaskAction action = new TaskAction.Notebook(key, Map.of());
        return new Task(key, HERE, action, dependsOn, runIf, Retries.NONE, Duration.ZERO, false);
    }

    private static Job job(Task... tasks) {
        return new Job("job", "1", "job", HERE, new LinkedHashMap<>(), List.of(tasks), Duration.ZERO, null, List.of());
    }
}
