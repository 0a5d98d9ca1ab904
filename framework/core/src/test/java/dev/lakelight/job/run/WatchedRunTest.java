package dev.lakelight.job.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.job.Job;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.file.JobSettings;
import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TaskRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that a workspace orders: it is told of every change, numbers the tasks, repairs runs and runs other jobs. */
class WatchedRunTest {

    private final Log log = new Log();
    private final TaskValues values = new TaskValues();
    private final Queue<TaskAttempt> seen = new ConcurrentLinkedQueue<>();

    private static Job job(String tasks) {
        try {
            return JobSettings.read("3", new ObjectMapper().readTree("""
                    {"name": "daily", "parameters": [{"name": "day", "default": "monday"}], "tasks": [%s]}
                    """.formatted(tasks)));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private RunOrder order(Map<String, TaskRun> earlier, OtherJobs others) {
        RunOrder.About about = new RunOrder.About(100, "one_time", 2, "42", "http://here");
        return new RunOrder(about, Map.of("day", "friday"), earlier, values, log, others);
    }

    private JobRun run(String tasks, Map<String, TaskRun> earlier) {
        OtherJobs none = call -> {
            throw new AssertionError("no other job is asked for");
        };
        return new JobRunner(this::end, 2).run(job(tasks), order(earlier, none));
    }

    private TaskEnd end(TaskAttempt attempt) {
        seen.add(attempt);
        String main = ((TaskAction.Jar) attempt.action()).mainClass();
        boolean fails = main.equals("Fails") || (main.equals("FailsOnce") && seen.size() == 1);
        return new TaskEnd(new ModuleRun(
                main,
                null,
                Map.of(),
                fails ? ModuleRun.Outcome.FAILED : ModuleRun.Outcome.SUCCEEDED,
                Duration.ZERO,
                List.of(),
                null,
                null));
    }

    private static String jar(String key, String main, String more) {
        return "{\"task_key\": \"%s\", \"spark_jar_task\": {\"main_class_name\": \"%s\", \"parameters\": [\"%s\"]}%s}"
                .formatted(key, main, "{{task.run_id}} {{job.run_id}} {{job.parameters.day}}", more);
    }

    @Test
    void tellsEachAttemptWithItsNumber() {
        JobRun run = run(jar("a", "FailsOnce", ", \"max_retries\": 1"), Map.of());

        assertThat(run.state()).isEqualTo(RunState.SUCCESS);
        assertThat(log.lines)
                .containsExactly(
                        "begins a 1 as 1",
                        "ends a 1 FAILED",
                        "a waits for 2",
                        "begins a 2 as 2",
                        "ends a 2 SUCCESS",
                        "settles a SUCCESS");
        assertThat(seen).extracting(attempt -> attempt.job().taskRunId()).containsExactly(1L, 2L);
        assertThat(seen)
                .extracting(attempt -> ((TaskAction.Jar) attempt.action()).arguments())
                .containsExactly(List.of("1 100 friday"), List.of("2 100 friday"));
    }

    @Test
    void tellsTasksThatAreNotRun() {
        JobRun run = run(
                jar("a", "Fails", "") + "," + jar("b", "Runs", ", \"depends_on\": [{\"task_key\": \"a\"}]"), Map.of());

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(log.lines).endsWith("settles a FAILED", "settles b UPSTREAM_FAILED");
    }

    @Test
    void keepsWhatARepairDoesNotRunAgain() {
        TaskRun earlier = new TaskRun(
                "a",
                "condition_task",
                List.of(),
                RunState.SUCCESS,
                Instant.now(),
                Duration.ZERO,
                List.of(),
                List.of(),
                null,
                "true",
                null);

        JobRun run = run(
                """
                {"task_key": "a", "condition_task": {"op": "EQUAL_TO", "left": "1", "right": "2"}},
                %s
                """.formatted(jar("b", "Runs", ", \"depends_on\": [{\"task_key\": \"a\", \"outcome\": \"true\"}]")),
                Map.of("a", earlier));

        assertThat(run.state()).isEqualTo(RunState.SUCCESS);
        assertThat(log.lines).containsExactly("begins b 1 as 1", "ends b 1 SUCCESS", "settles b SUCCESS");
    }

    @Test
    void tellsIterationsByTheirNumbers() {
        JobRun run = run("""
                {"task_key": "all", "for_each_task": {"inputs": "[1]", "task": %s}}
                """.formatted(jar("one", "Runs", "")), Map.of());

        assertThat(run.state()).isEqualTo(RunState.SUCCESS);
        assertThat(log.lines)
                .containsExactly(
                        "begins all 1 as 1",
                        "begins one[0] 1 as 2",
                        "ends one[0] 1 SUCCESS",
                        "settles one[0] SUCCESS",
                        "ends all 1 SUCCESS",
                        "settles all SUCCESS");
    }

    @Test
    void asksForOtherJobs() {
        List<OtherJobs.Call> calls = new ArrayList<>();
        OtherJobs others = call -> {
            calls.add(call);
            return new JobRun(
                    "other",
                    new SourceLocation("job 9", 0),
                    null,
                    Map.of(),
                    RunState.FAILED,
                    Instant.now(),
                    Duration.ZERO,
                    List.of(),
                    null,
                    List.of());
        };
        Job job = job("{\"task_key\": \"a\", \"run_job_task\": {\"job_id\": 9, \"job_parameters\": {\"x\": \"1\"}}}");

        JobRun run = new JobRunner(this::end, 2).run(job, order(Map.of(), others));

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.tasks().get(0).problem())
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("The job 'other' ended with FAILED."));
        assertThat(calls).containsExactly(new OtherJobs.Call("9", Map.of("x", "1"), Map.of("day", "friday"), 1));
    }

    @Test
    void failsAnAttemptThatCannotBeWrittenDown() {
        log.breaksAt = "begins a 1";

        JobRun run = run(jar("a", "Runs", ""), Map.of());

        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(seen).isEmpty();
    }

    /** Whoever waits for the end of a task waits for ever when it cannot be told. */
    @ParameterizedTest
    @ValueSource(strings = {"ends one[1] 1", "one[1] waits for 2", "settles one[1]"})
    @Timeout(60)
    void failsAnIterationThatCannotBeWrittenDown(String place) {
        log.breaksAt = place;

        JobRun run = run("""
                {"task_key": "all", "for_each_task": {"inputs": "[1, 2]", "task": %s}}
                """.formatted(jar("one", "Fails", ", \"max_retries\": 1")), Map.of());

        TaskRun all = run.task("all").orElseThrow();
        assertThat(all.state()).isEqualTo(RunState.FAILED);
        assertThat(all.iterations()).hasSize(2);
        assertThat(Objects.requireNonNull(all.iterations().get(1).problem()).message())
                .isEqualTo("the disk is full");
    }

    @Test
    @Timeout(60)
    void endsItsOtherTasksWhenTheEndOfOneCannotBeWrittenDown() {
        log.breaksAt = "settles a";
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        TaskRunner modules = attempt -> {
            if (attempt.task().equals("b")) {
                started.countDown();
                awaitInterrupt(interrupted);
            } else {
                awaitInterrupt(started);
            }

            return end(attempt);
        };
        Job job = job(jar("a", "Runs", "") + "," + jar("b", "Runs", ""));

        assertThatThrownBy(() -> new JobRunner(modules, 2).run(job, order(Map.of(), call -> {
                    throw new AssertionError("no other job is asked for");
                })))
                .hasMessage("the disk is full");
        assertThat(interrupted.getCount()).isZero();
    }

    /** Wait for a latch; count it down when the thread is interrupted. */
    private static void awaitInterrupt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            latch.countDown();
        }
    }

    private static final class Log implements RunWatcher {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final AtomicLong ids = new AtomicLong();
        private String breaksAt = "never";

        @Override
        public long idOf(String label) {
            return 0;
        }

        @Override
        public long begins(String label, int attempt) {
            long id = ids.incrementAndGet();
            add("begins %s %d as %d".formatted(label, attempt, id));
            return id;
        }

        @Override
        public void waitsForRetry(String label, int attempt) {
            add("%s waits for %d".formatted(label, attempt));
        }

        @Override
        public void ends(String label, AttemptRun attempt, @Nullable String value) {
            add("ends %s %d %s".formatted(label, attempt.number(), attempt.state()));
        }

        @Override
        public void settles(TaskRun task) {
            add("settles %s %s".formatted(task.key(), task.state()));
        }

        private void add(String line) {
            if (line.startsWith(breaksAt)) {
                throw new IllegalStateException("the disk is full");
            }

            lines.add(line);
        }
    }
}
