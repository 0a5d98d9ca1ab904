package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskBody;
import dev.lakelight.databricks.job.TaskEnd;
import dev.lakelight.databricks.job.TaskGraph;
import dev.lakelight.result.TestOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tests that are the tasks of one run. */
final class Batch {

    private final DatabricksSettings settings;
    private final RunPlace place;
    private final List<WrittenTest> tests;
    private final int number;
    private final SuiteLog log;

    Batch(DatabricksSettings settings, RunPlace place, List<WrittenTest> tests, int number, SuiteLog log) {
        this.settings = settings;
        this.place = place;
        this.tests = tests;
        this.number = number;
        this.log = log;
    }

    /** Return the run to submit. Tasks that run jobs are given. */
    RunOrder order(String runName, Map<String, TaskBody> jobs, Duration limit) {
        Map<String, TaskBody> bodies = new LinkedHashMap<>(jobs);
        Map<String, ObjectNode> clusters = new LinkedHashMap<>();
        tests.forEach(test -> {
            bodies.putAll(test.bodies());
            clusters.putAll(test.clusters());
        });
        ArrayNode tasks = new TaskGraph(place.notebooks(), settings.compute(), bodies)
                .of(
                        tests.stream().map(WrittenTest::test).toList(),
                        settings.parallel(),
                        settings.keep() ? "" : place.dropNotebook(number));
        return new RunOrder(runName, place.name().token(number), tasks, clusters, limit);
    }

    /**
     * Wait for the run and tell of each test as soon as it has ended.
     *
     * @return the run, or nothing when the time is up
     */
    Optional<FoundRun> await(Submission submission, Instant deadline) throws InterruptedException {
        Optional<FoundRun> run =
                new RunWatch(submission, log::line).await(deadline, found -> tellEnded(found, submission));
        run.ifPresent(found -> tellRest(found, submission));
        return run;
    }

    /** Return whether the catalogs of a run that has ended are gone. */
    static boolean hasDropped(FoundRun run) {
        return run.task(TaskGraph.DROP)
                .filter(task -> task.end() == TaskEnd.SUCCEEDED)
                .isPresent();
    }

    private void tellEnded(FoundRun run, Submission submission) {
        tests.stream()
                .filter(test -> !log.hasEnded(test.test().identity()))
                .filter(test -> test.test().tasks().stream()
                        .allMatch(
                                key -> run.task(key).filter(FoundTask::hasEnded).isPresent()))
                .forEach(test -> tell(test, run, submission));
    }

    /** A run that has ended tells of all of its tasks; a test whose tasks it does not know must not be missed. */
    private void tellRest(FoundRun run, Submission submission) {
        tests.stream()
                .filter(test -> !log.hasEnded(test.test().identity()))
                .forEach(test -> tell(test, run, submission));
        run.breakdown().ifPresent(log::broken);
    }

    private void tell(WrittenTest written, FoundRun run, Submission submission) {
        PlannedTest test = written.test();
        RunAnswers answers = new RunAnswers(run, submission.jobs()::output, submission.jobs()::run);
        TestJudge judge = new TestJudge(test, written.jobs(), answers);
        TestOutcome outcome = judge.judge();
        long start = run.task(test.seedTask()).map(FoundTask::startedAt).orElse(0L);
        log.started(test.identity(), start == 0 ? Instant.now() : Instant.ofEpochMilli(start));
        judge.modules().forEach(module -> log.ran(test.identity(), module));
        judge.jobs().forEach(job -> log.ran(test.identity(), job));
        log.ended(test.identity(), outcome);
    }
}
