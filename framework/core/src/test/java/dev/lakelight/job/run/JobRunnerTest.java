package dev.lakelight.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.job.JobSelection;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.file.JobFolder;
import dev.lakelight.job.file.JobReference;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JobRunnerTest {

    private JobFolder folder;

    @BeforeEach
    void makeFolder(@TempDir Path path) {
        folder = new JobFolder(path);
    }

    @Test
    void runsTasksBesideEachOtherThatDoNotWaitForOneAnother() {
        CountDownLatch both = new CountDownLatch(2);

        JobRun run = run("""
                - { task_key: a, spark_jar_task: { main_class_name: A } }
                - { task_key: b, spark_jar_task: { main_class_name: B } }
                - { task_key: c, depends_on: [ { task_key: a }, { task_key: b } ], spark_jar_task: { main_class_name: C } }
                """, attempt -> {
            both.countDown();
            return awaited(both) ? succeeded(attempt, null) : failed(attempt, "alone");
        });

        assertThat(run.state()).isEqualTo(RunState.SUCCESS);
        assertThat(run.tasks()).extracting(TaskRun::state).containsOnly(RunState.SUCCESS);
        assertThat(run.moduleRuns()).extracting(ModuleRun::module).endsWith("C");
    }

    @Test
    void runsNoMoreModulesAtOnceThanAllowed() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();

        JobRun run = run("""
                - task_key: each
                  for_each_task:
                    inputs: '[1, 2, 3, 4, 5, 6, 7, 8]'
                    concurrency: 8
                    task: { task_key: one, spark_jar_task: { main_class_name: A, parameters: [ '{{input}}' ] } }
                """, attempt -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            Thread.yield();
            running.decrementAndGet();
            return succeeded(attempt, null);
        });

        assertThat(run.state()).isEqualTo(RunState.SUCCESS);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void triesAgainAsOftenAsAllowed() {
        AtomicInteger calls = new AtomicInteger();

        JobRun run = run(
                "- { task_key: a, max_retries: 2, spark_jar_task: { main_class_name: A, parameters: [ '{{task.execution_count}}' ] } }",
                attempt -> calls.incrementAndGet() < 3 ? failed(attempt, "not yet") : succeeded(attempt, null));

        assertThat(task(run, "a").state()).isEqualTo(RunState.SUCCESS);
        assertThat(task(run, "a").attempts())
                .extracting(attempt -> attempt.number() + " " + attempt.state())
                .containsExactly("1 FAILED", "2 FAILED", "3 SUCCESS");
        assertThat(run.moduleRuns())
                .extracting(module -> module.parameters().get("0"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void pausesBetweenAttemptsAsLongAsWritten() {
        JobRun run = run(
                "- { task_key: a, max_retries: 1, min_retry_interval_millis: 60, spark_jar_task: { main_class_name: A } }",
                attempt -> failed(attempt, "broken"));

        List<AttemptRun> attempts = task(run, "a").attempts();
        assertThat(Duration.between(attempts.get(0).startedAt(), attempts.get(1).startedAt()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(60));
    }

    @Test
    void failsWithTheLastProblemWhenNoAttemptSucceeds() {
        JobRun run =
                run("""
                - { task_key: a, max_retries: 1, spark_jar_task: { main_class_name: A } }
                - { task_key: b, depends_on: [ { task_key: a } ], spark_jar_task: { main_class_name: B } }
                - { task_key: c, depends_on: [ { task_key: a } ], run_if: ALL_FAILED, spark_jar_task: { main_class_name: C } }
                """, attempt -> attempt.task().equals("a") ? failed(attempt, "broken") : succeeded(attempt, null));

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(message(task(run, "a"))).isEqualTo("broken");
        assertThat(task(run, "b").state()).isEqualTo(RunState.UPSTREAM_FAILED);
        assertThat(message(task(run, "b")))
                .isEqualTo("The task was not run: run_if ALL_SUCCESS is not met, or the run was ended before.");
        assertThat(task(run, "c").state()).isEqualTo(RunState.SUCCESS);
    }

    @Test
    void cancelsATaskWhoseTimeIsUpAndTriesAgainOnlyWhenAsked() {
        AtomicInteger interrupted = new AtomicInteger();

        JobRun run = run("""
                - { task_key: once, timeout_seconds: 1, max_retries: 1, spark_jar_task: { main_class_name: A } }
                - { task_key: twice, timeout_seconds: 1, max_retries: 1, retry_on_timeout: true, spark_jar_task: { main_class_name: A } }
                """, attempt -> {
            hang(interrupted);
            return succeeded(attempt, null);
        });

        assertThat(task(run, "once").state()).isEqualTo(RunState.TIMEDOUT);
        assertThat(message(task(run, "once"))).isEqualTo("The task 'once' did not end within 1 s and was cancelled.");
        assertThat(task(run, "once").attempts()).hasSize(1);
        assertThat(task(run, "twice").attempts()).hasSize(2);
        assertThat(interrupted).hasValue(3);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
    }

    @Test
    void countsTheTimeOfATaskFromWhenThereIsRoomForIt() {
        JobRun run = run("""
                - { task_key: long1, spark_jar_task: { main_class_name: A } }
                - { task_key: long2, spark_jar_task: { main_class_name: A } }
                - { task_key: soon, condition_task: { op: EQUAL_TO, left: a, right: a } }
                - task_key: short
                  depends_on: [ { task_key: soon } ]
                  timeout_seconds: 1
                  spark_jar_task: { main_class_name: A }
                """, attempt -> {
            if (attempt.task().startsWith("long")) {
                LockSupport.parkNanos(Duration.ofMillis(1_300).toNanos());
            }

            return succeeded(attempt, null);
        });

        assertThat(run.tasks()).extracting(TaskRun::state).containsOnly(RunState.SUCCESS);
    }

    @Test
    void cancelsAJobWhoseTimeIsUp() {
        folder.with("job.json", """
                {"name": "slow", "timeout_seconds": 1, "tasks": [
                  {"task_key": "a", "spark_jar_task": {"main_class_name": "A"}},
                  {"task_key": "b", "depends_on": [{"task_key": "a"}], "spark_jar_task": {"main_class_name": "B"}}]}
                """);
        AtomicInteger interrupted = new AtomicInteger();

        JobRun run = new JobRunner(
                        attempt -> {
                            hang(interrupted);
                            return failed(attempt, "interrupted");
                        },
                        2)
                .run(folder.reader().read(JobReference.of("job.json")), Map.of(), null);

        assertThat(run.state()).isEqualTo(RunState.TIMEDOUT);
        assertThat(run.tasks()).extracting(TaskRun::state).containsExactly(RunState.CANCELED, RunState.CANCELED);
        assertThat(interrupted).hasValue(1);
    }

    @Test
    void cancelsWhenItsThreadIsInterrupted() throws InterruptedException {
        AtomicInteger interrupted = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(1);
        ConcurrentLinkedQueue<RunState> states = new ConcurrentLinkedQueue<>();
        Thread caller = new Thread(() ->
                states.add(run("- { task_key: a, spark_jar_task: { main_class_name: A } }", attempt -> {
                            started.countDown();
                            hang(interrupted);
                            return succeeded(attempt, null);
                        })
                        .state()));
        caller.start();
        started.await();

        caller.interrupt();
        caller.join();

        assertThat(states).containsExactly(RunState.CANCELED);
        assertThat(interrupted).hasValue(1);
    }

    @Test
    void keepsTheIterationsOfATaskWhoseTimeIsUp() {
        AtomicInteger interrupted = new AtomicInteger();

        JobRun run = run("""
                - task_key: each
                  timeout_seconds: 1
                  for_each_task:
                    inputs: '[0, 1, 2, 3]'
                    concurrency: 2
                    task: { task_key: one, spark_jar_task: { main_class_name: A, parameters: [ '{{input}}' ] } }
                """, attempt -> {
            if (!jar(attempt).arguments().get(0).equals("0")) {
                hang(interrupted);
                return failed(attempt, "interrupted");
            }

            return succeeded(attempt, null);
        });

        assertThat(task(run, "each").state()).isEqualTo(RunState.TIMEDOUT);
        assertThat(message(task(run, "each"))).isEqualTo("The task 'each' did not end within 1 s and was cancelled.");
        assertThat(task(run, "each").iterations())
                .extracting(iteration -> iteration.key() + " " + iteration.state())
                .containsExactly("one[0] SUCCESS", "one[1] FAILED", "one[2] FAILED");
        assertThat(interrupted).hasValue(2);
    }

    @Test
    void cancelsAllIterationsThoughEachTakesItsTimeToEnd() throws InterruptedException {
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(2);
        ConcurrentLinkedQueue<JobRun> runs = new ConcurrentLinkedQueue<>();
        Thread caller = new Thread(() -> runs.add(run("""
                - task_key: each
                  timeout_seconds: 600
                  for_each_task:
                    inputs: '[0, 1, 2, 3]'
                    concurrency: 3
                    task: { task_key: one, spark_jar_task: { main_class_name: A } }
                """, attempt -> {
            started.countDown();
            hang(new AtomicInteger());
            parkThroughInterrupts(Duration.ofMillis(300));
            ended.incrementAndGet();
            return failed(attempt, "interrupted");
        })));
        caller.start();
        started.await();

        caller.interrupt();
        caller.join();

        assertThat(ended).hasValue(2);
        assertThat(runs).extracting(JobRun::state).containsExactly(RunState.CANCELED);
        TaskRun each = task(runs.remove(), "each");
        assertThat(each.state()).isEqualTo(RunState.CANCELED);
        assertThat(each.iterations())
                .extracting(iteration -> iteration.key() + " " + iteration.state())
                .containsExactly("one[0] CANCELED", "one[1] CANCELED", "one[2] CANCELED");
        assertThat(message(each)).isEqualTo("The task was cancelled. 3 of 4 iterations had been started.");
    }

    @Test
    void saysOfATaskThatDoesNotReactThatItHasNotEnded() {
        folder.with("job.json", """
                {"name": "deaf", "timeout_seconds": 1, "tasks": [
                  {"task_key": "a", "spark_jar_task": {"main_class_name": "A"}},
                  {"task_key": "b", "spark_jar_task": {"main_class_name": "B"}}]}
                """);
        AtomicInteger gone = new AtomicInteger();

        JobRun run = new JobRunner(
                        attempt -> {
                            parkThroughInterrupts(Duration.ofSeconds(30), gone);
                            return failed(attempt, "never told");
                        },
                        2)
                .run(folder.reader().read(JobReference.of("job.json")), Map.of(), null);
        gone.incrementAndGet();

        assertThat(run.state()).isEqualTo(RunState.TIMEDOUT);
        assertThat(run.tasks())
                .extracting(JobRunnerTest::message)
                .containsOnly(
                        "The task was cancelled and has not ended since. Let its code react to an interrupt of its thread.");
    }

    @Test
    void endsWhenTheMessageOfAFailureCannotBeHad() {
        JobRun run = run("""
                - { task_key: a, spark_jar_task: { main_class_name: A } }
                - { task_key: b, depends_on: [ { task_key: a } ], run_if: ALL_FAILED, spark_jar_task: { main_class_name: B } }
                """, attempt -> {
            if (attempt.task().equals("a")) {
                throw new WithoutMessage();
            }

            return succeeded(attempt, null);
        });

        assertThat(run.tasks()).extracting(TaskRun::state).containsExactly(RunState.FAILED, RunState.SUCCESS);
        assertThat(message(task(run, "a")))
                .isEqualTo("(its message cannot be had: getMessage() threw java.lang.UnsupportedOperationException)");
        assertThat(Objects.requireNonNull(task(run, "a").problem()).trace())
                .startsWith(WithoutMessage.class.getName() + ": (its message cannot be had")
                .contains("\tat " + JobRunnerTest.class.getName());
    }

    private static final class WithoutMessage extends RuntimeException {

        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void passesTaskValuesAndResultsOn() {
        JobRun run = run("""
                - { task_key: load, spark_jar_task: { main_class_name: A } }
                - task_key: next
                  depends_on: [ { task_key: load } ]
                  spark_jar_task:
                    main_class_name: B
                    parameters:
                      - '{{tasks.load.values.name}}'
                      - '{{tasks.load.values.rows}}'
                      - '{{tasks.load.result_state}}'
                      - '{{ task.name }} of {{job.name}}'
                      - '{{other.thing}} {{job.name'
                """, attempt -> {
            attempt.values().set(attempt.task(), "name", "\"orders\"");
            attempt.values().set(attempt.task(), "rows", "[1,2]");
            return succeeded(attempt, null);
        });

        assertThat(run.moduleRuns().get(1).parameters().values())
                .containsExactly("orders", "[1,2]", "success", "next of Nightly", "{{other.thing}} {{job.name");
    }

    @Test
    void failsATaskThatRefersToAValueThatIsNotSet() {
        JobRun run = run("""
                - { task_key: load, spark_jar_task: { main_class_name: A } }
                - { task_key: next, depends_on: [ { task_key: load } ], spark_jar_task: { main_class_name: '{{tasks.load.values.x}}' } }
                """, attempt -> succeeded(attempt, null));

        assertThat(message(task(run, "next")))
                .isEqualTo("{{tasks.load.values.x}} has no value: the task 'load' has not set the task value 'x'."
                        + " Set it with dbutils.jobs.taskValues.set.");
    }

    @Test
    void failsConditionsAndLoopsOverValuesThatAreNotThere() {
        JobRun run = run("""
                - { task_key: load, spark_jar_task: { main_class_name: A } }
                - task_key: if
                  depends_on: [ { task_key: load } ]
                  condition_task: { op: EQUAL_TO, left: '{{tasks.load.values.none}}', right: '' }
                - { task_key: yes, depends_on: [ { task_key: if, outcome: 'true' } ], spark_jar_task: { main_class_name: B } }
                - { task_key: no, depends_on: [ { task_key: if, outcome: 'false' } ], run_if: ALL_DONE, spark_jar_task: { main_class_name: C } }
                - task_key: each
                  depends_on: [ { task_key: load } ]
                  for_each_task:
                    inputs: '{{tasks.load.values.rows}}'
                    task: { task_key: one, spark_jar_task: { main_class_name: D } }
                - task_key: deep
                  depends_on: [ { task_key: load } ]
                  for_each_task:
                    inputs: '[{"a": {"b": [1, null]}}, {"a": null}]'
                    task: { task_key: part, spark_jar_task: { main_class_name: E, parameters: [ '{{input.a.b}}' ] } }
                """, attempt -> {
            attempt.values().set("load", "rows", "{\"a\": 1}");
            return succeeded(attempt, null);
        });

        assertThat(run.tasks())
                .extracting(task -> task.key() + " " + task.state())
                .containsExactly(
                        "load SUCCESS", "if FAILED", "yes UPSTREAM_FAILED", "no SUCCESS", "each FAILED", "deep FAILED");
        assertThat(message(task(run, "if")))
                .isEqualTo("{{tasks.load.values.none}} has no value: the task 'load' has not set the task value 'none'."
                        + " Set it with dbutils.jobs.taskValues.set.");
        assertThat(message(task(run, "each")))
                .isEqualTo(
                        "'inputs' of the for_each_task is no JSON array but: {\"a\":1}. Write it such as [\"a\", \"b\"].");
        assertThat(task(run, "deep").iterations())
                .extracting(TaskRun::state)
                .containsExactly(RunState.SUCCESS, RunState.FAILED);
        assertThat(message(task(run, "deep").iterations().get(1)))
                .isEqualTo("{{input.a.b}} has no value: the input is {\"a\":null}.");
    }

    @Test
    void runsATaskForEachElementAlsoWhenOneFails() {
        JobRun run = run(
                """
                - task_key: each
                  for_each_task:
                    inputs: '[{"t": "a"}, {"t": "b"}, {"t": "c"}]'
                    task: { task_key: one, spark_jar_task: { main_class_name: A, parameters: [ '{{input.t}}', '{{input}}' ] } }
                """,
                attempt -> jar(attempt).arguments().get(0).equals("b")
                        ? failed(attempt, "no b")
                        : succeeded(attempt, null));

        assertThat(task(run, "each").iterations())
                .extracting(iteration -> iteration.key() + " " + iteration.state())
                .containsExactly("one[0] SUCCESS", "one[1] FAILED", "one[2] SUCCESS");
        assertThat(message(task(run, "each"))).isEqualTo("1 of 3 iterations did not succeed. The first, one[1]: no b");
        assertThat(run.moduleRuns())
                .extracting(module -> module.parameters().get("1"))
                .containsExactly("{\"t\":\"a\"}", "{\"t\":\"b\"}", "{\"t\":\"c\"}");
    }

    @Test
    void runsNoTaskForAnEmptyArrayAndManyForALongOne() {
        String each =
                "- { task_key: each, for_each_task: { inputs: '%s', concurrency: 100, task: { task_key: one, spark_jar_task: { main_class_name: A } } } }";
        String many = IntStream.range(0, 500).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));

        assertThat(task(run(each.formatted("[]"), attempt -> succeeded(attempt, null)), "each"))
                .satisfies(task -> assertThat(task.iterations()).isEmpty())
                .extracting(TaskRun::state)
                .isEqualTo(RunState.SUCCESS);
        assertThat(task(run(each.formatted(many), attempt -> succeeded(attempt, null)), "each")
                        .iterations())
                .hasSize(500)
                .extracting(TaskRun::state)
                .containsOnly(RunState.SUCCESS);
    }

    @Test
    void refusesInputsThatAreMoreThanOneArray() {
        JobRun run = run(
                "- { task_key: each, for_each_task: { inputs: '[1] [2]', task: { task_key: one, spark_jar_task: { main_class_name: A } } } }",
                attempt -> succeeded(attempt, null));

        assertThat(message(task(run, "each")))
                .isEqualTo(
                        "'inputs' of the for_each_task is no JSON array but: [1] [2]. Write it such as [\"a\", \"b\"].");
    }

    @Test
    void keepsWhatATaskHasDoneUntilItsTimeWasUp() {
        JobRun run =
                run("- { task_key: slow, timeout_seconds: 1, spark_jar_task: { main_class_name: A } }", attempt -> {
                    awaited(new CountDownLatch(1));
                    return failed(attempt, "interrupted in cell 2");
                });

        assertThat(task(run, "slow").state()).isEqualTo(RunState.TIMEDOUT);
        assertThat(message(task(run, "slow"))).isEqualTo("The task 'slow' did not end within 1 s and was cancelled.");
        assertThat(run.moduleRuns()).extracting(ModuleRun::module).containsExactly("A");
    }

    @Test
    void namesAnErrorThatSaysNothing() {
        JobRun run = run("- { task_key: a, spark_jar_task: { main_class_name: A } }", attempt -> {
            throw new StackOverflowError();
        });

        assertThat(message(task(run, "a"))).isEqualTo("StackOverflowError");
    }

    @Test
    void takesTheBranchOfACondition() {
        JobRun run = run("""
                - { task_key: if, condition_task: { op: EQUAL_TO, left: '12.0', right: '12' } }
                - { task_key: yes, depends_on: [ { task_key: if, outcome: 'true' } ], spark_jar_task: { main_class_name: A } }
                - { task_key: no, depends_on: [ { task_key: if, outcome: 'false' } ], spark_jar_task: { main_class_name: B } }
                """, attempt -> succeeded(attempt, null));

        assertThat(task(run, "if").value()).isEqualTo("false");
        assertThat(run.tasks())
                .extracting(TaskRun::state)
                .containsExactly(RunState.SUCCESS, RunState.EXCLUDED, RunState.SUCCESS);
        assertThat(run.state()).isEqualTo(RunState.SUCCESS);
    }

    @Test
    void failsAConditionThatComparesTextAsNumbers() {
        JobRun run = run(
                "- { task_key: if, condition_task: { op: LESS_THAN, left: many, right: 12 } }",
                attempt -> succeeded(attempt, null));

        assertThat(message(task(run, "if")))
                .isEqualTo("LESS_THAN compares numbers, but 'many' is none. Compare text with EQUAL_TO or NOT_EQUAL,"
                        + " or correct the value.");
    }

    @Test
    void runsAnotherJobWithTheParametersThatItHas() {
        folder.with("load.sql", "SELECT 1").with("databricks.yml", """
                        bundle: { name: retail }
                        resources:
                          jobs:
                            outer:
                              parameters: [ { name: day, default: monday }, { name: own, default: x } ]
                              tasks:
                                - task_key: call
                                  run_job_task: { job_id: '${resources.jobs.inner.id}', job_parameters: { mode: fast, day: sunday } }
                            inner:
                              parameters: [ { name: day, default: never }, { name: mode, default: slow } ]
                              tasks:
                                - task_key: a
                                  notebook_task: { notebook_path: load.sql, base_parameters: { day: task, own: task } }
                        """);

        JobRun run =
                run(folder.reader().read(JobReference.of("databricks.yml#outer")), attempt -> succeeded(attempt, null));

        JobRun inner = Objects.requireNonNull(task(run, "call").job());
        assertThat(inner.parameters()).containsExactly(Map.entry("day", "monday"), Map.entry("mode", "fast"));
        assertThat(run.moduleRuns().get(0).parameters())
                .containsOnly(Map.entry("day", "monday"), Map.entry("own", "task"), Map.entry("mode", "fast"));
    }

    @Test
    void failsATaskOfAKindThatCannotRunHereWithoutTryingAgain() {
        JobRun run = run("- { task_key: dbt, max_retries: 5, dbt_task: {} }", attempt -> succeeded(attempt, null));

        assertThat(task(run, "dbt").attempts()).hasSize(1);
        assertThat(message(task(run, "dbt")))
                .isEqualTo("databricks.yml:7: A dbt_task cannot run here: it needs dbt and a SQL warehouse.");
    }

    @Test
    void refusesParametersThatTheJobDoesNotHave() {
        folder.with("job.json", """
                {"name": "daily", "parameters": [{"name": "day", "default": ""}],
                 "tasks": [{"task_key": "a", "spark_jar_task": {"main_class_name": "A"}}]}
                """);
        JobSelection selection = folder.reader().read(JobReference.of("job.json"));
        JobRunner runner = new JobRunner(attempt -> succeeded(attempt, null), 1);

        assertThatThrownBy(() -> runner.run(selection, Map.of("dya", "monday"), null))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The job 'daily' (job.json:1) has no parameter 'dya'. It has: day. Perhaps you mean 'day'.");
    }

    @Test
    void refusesTaskValuesThatAreTooLong() {
        JobRun run = run("- { task_key: a, spark_jar_task: { main_class_name: A } }", attempt -> {
            attempt.values().set("a", "all", "x".repeat(TaskValues.MOST_BYTES + 1));
            return succeeded(attempt, null);
        });

        assertThat(message(task(run, "a")))
                .isEqualTo("The task value 'all' of the task 'a' has 49153 bytes as JSON, but 49152 are the most."
                        + " Put it into a table and pass its name.");
    }

    private JobRun run(String tasks, TaskRunner modules) {
        folder.jobWithTasks(tasks);
        return run(folder.reader().read(JobReference.of("databricks.yml")), modules);
    }

    private static JobRun run(JobSelection selection, TaskRunner modules) {
        return new JobRunner(modules, 2).run(selection, Map.of(), null);
    }

    private static TaskRun task(JobRun run, String key) {
        return run.task(key).orElseThrow();
    }

    private static String message(TaskRun run) {
        return Objects.requireNonNull(run.problem()).message();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void hang(AtomicInteger interrupted) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            interrupted.incrementAndGet();
        }
    }

    private static void parkThroughInterrupts(Duration time) {
        parkThroughInterrupts(time, new AtomicInteger());
    }

    private static void parkThroughInterrupts(Duration time, AtomicInteger enough) {
        long end = System.nanoTime() + time.toNanos();

        while (System.nanoTime() < end && enough.get() == 0) {
            Thread.interrupted();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static TaskAction.Jar jar(TaskAttempt attempt) {
        return (TaskAction.Jar) attempt.action();
    }

    private static TaskEnd succeeded(TaskAttempt attempt, @Nullable String exit) {
        return new TaskEnd(module(attempt, ModuleRun.Outcome.SUCCEEDED, exit, null));
    }

    private static TaskEnd failed(TaskAttempt attempt, String message) {
        return new TaskEnd(module(attempt, ModuleRun.Outcome.FAILED, null, new Problem("broken", message, "", null)));
    }

    private static ModuleRun module(
            TaskAttempt attempt, ModuleRun.Outcome outcome, @Nullable String exit, @Nullable Problem problem) {
        return new ModuleRun(
                name(attempt), null, parameters(attempt), outcome, Duration.ZERO, List.of(), exit, problem);
    }

    private static String name(TaskAttempt attempt) {
        return attempt.action() instanceof TaskAction.Jar jar
                ? jar.mainClass()
                : ((TaskAction.Notebook) attempt.action()).path();
    }

    private static Map<String, String> parameters(TaskAttempt attempt) {
        if (attempt.action() instanceof TaskAction.Notebook notebook) {
            return notebook.parameters();
        }

        Map<String, String> numbered = new java.util.LinkedHashMap<>();
        jar(attempt).arguments().forEach(argument -> numbered.put(String.valueOf(numbered.size()), argument));
        return numbered;
    }
}
