package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lakelight.databricks.api.RemoteJobs;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.databricks.job.PlannedTest;
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

    /** Submit the run, or find it again. */
    Submission submit(RemoteJobs jobs, String runName, Duration limit) {
        Map<String, Map<String, String>> parameters = new LinkedHashMap<>();
        tests.forEach(test -> parameters.putAll(test.parameters()));
        ArrayNode tasks = new TaskGraph(place.notebooks(), settings.compute(), parameters)
                .of(
                        tests.stream().map(WrittenTest::test).toList(),
                        settings.parallel(),
                        settings.keep() ? "" : place.dropNotebook(number));
        return Submission.of(jobs, settings.compute(), runName, place.name().token(number), tasks, limit);
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
                .map(WrittenTest::test)
                .filter(test -> !log.hasEnded(test.identity()))
                .filter(test -> test.tasks().stream()
                        .allMatch(
                                key -> run.task(key).filter(FoundTask::hasEnded).isPresent()))
                .forEach(test -> tell(test, run, submission));
    }

    /** A run that has ended tells of all of its tasks; a test whose tasks it does not know must not be missed. */
    private void tellRest(FoundRun run, Submission submission) {
        tests.stream()
                .map(WrittenTest::test)
                .filter(test -> !log.hasEnded(test.identity()))
                .forEach(test -> tell(test, run, submission));
        run.breakdown().ifPresent(log::broken);
    }

    private void tell(PlannedTest test, FoundRun run, Submission submission) {
        TestJudge judge = new TestJudge(test, run, submission.jobs()::output);
        TestOutcome outcome = judge.judge();
        long start = run.task(test.seedTask()).map(FoundTask::startedAt).orElse(0L);
        log.ended(test.identity(), start == 0 ? Instant.now() : Instant.ofEpochMilli(start), judge.modules(), outcome);
    }
}
