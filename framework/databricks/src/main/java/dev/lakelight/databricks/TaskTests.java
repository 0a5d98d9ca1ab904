package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.databricks.api.RemoteJobs;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.databricks.job.TaskEnd;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tasks of a given job as tests: each passes when it succeeds, and is skipped when the job itself leaves it out. */
final class TaskTests {

    private static final Set<String> LEFT_OUT = Set.of("EXCLUDED", "DISABLED");

    private final Map<String, TestIdentity> tests = new LinkedHashMap<>();
    private final RemoteJobs jobs;
    private final SuiteLog log;

    TaskTests(String job, JsonNode tasks, RemoteJobs jobs, SuiteLog log) {
        this.jobs = jobs;
        this.log = log;
        tasks.forEach(task -> add(job, task.path("task_key").asText()));
    }

    private void add(String job, String key) {
        String id = "[databricks:%s]/[task:%s]".formatted(job, key);
        tests.put(key, new TestIdentity(id, TestKind.NOTEBOOK_TEST, "job " + job, key, null));
    }

    void plan() {
        tests.values().forEach(log::planned);
    }

    void tellEnded(FoundRun run) {
        tests.forEach((key, test) -> run.task(key)
                .filter(FoundTask::hasEnded)
                .filter(task -> !log.hasEnded(test))
                .ifPresent(task -> tell(test, task)));
    }

    /** The run has ended: what it does not tell of must not be missed. */
    void tellRest(FoundRun run) {
        tests.forEach((key, test) -> {
            if (!log.hasEnded(test)) {
                String message = "Databricks tells nothing of the end of the task %s of the run %d.";
                log.ended(
                        test,
                        error(Duration.ZERO, message.formatted(key, run.run().runId())));
            }
        });
        run.breakdown().ifPresent(log::broken);
    }

    private void tell(TestIdentity test, FoundTask task) {
        Instant start = task.startedAt() == 0 ? Instant.now() : Instant.ofEpochMilli(task.startedAt());
        log.started(test, start);
        log.ended(test, outcome(task));
    }

    private TestOutcome outcome(FoundTask task) {
        if (task.end() == TaskEnd.SUCCEEDED) {
            return TestOutcome.passed(task.duration());
        }

        if (task.end() == TaskEnd.NOT_RUN && LEFT_OUT.contains(task.state())) {
            return TestOutcome.skipped("The job has left it out: %s.".formatted(task.state()));
        }

        return error(task.duration(), "%s on Databricks:\n%s\n%s".formatted(task.state(), reason(task), task.page()));
    }

    private String reason(FoundTask task) {
        try {
            String error =
                    task.end() == TaskEnd.FAILED ? jobs.output(task.runId()).error() : "";
            return error.isEmpty() ? task.message() : error;
        } catch (EnvironmentError e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static TestOutcome error(Duration duration, String message) {
        Problem problem = new Problem("the run on Databricks", message.strip(), "", null);
        return new TestOutcome(TestStatus.ERROR, duration, problem, List.of());
    }
}
