package dev.lakelight.result;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds a {@link TestResult} from one event after the other. */
final class TestAssembly {

    private final List<ModuleRun> runs = new ArrayList<>();
    private final List<JobRun> jobs = new ArrayList<>();
    private TestIdentity identity;
    private @Nullable Instant startedAt;
    private @Nullable TestOutcome outcome;

    TestAssembly(TestIdentity identity) {
        this.identity = identity;
    }

    /** Take what is told at the start, which may be more exact than what was planned. */
    void start(TestIdentity started, Instant at) throws InconsistentEvent {
        if (startedAt != null || outcome != null) {
            throw new InconsistentEvent("test %s has started already".formatted(identity.id()));
        }

        identity = started;
        startedAt = at;
    }

    void add(ModuleRun run) {
        runs.add(run);
    }

    void add(JobRun job) {
        jobs.add(job);
        runs.addAll(job.moduleRuns());
    }

    void finish(TestOutcome finished) throws InconsistentEvent {
        if (outcome != null) {
            throw new InconsistentEvent("test %s has finished already".formatted(identity.id()));
        }

        outcome = finished;
    }

    TestResult result() {
        return outcome == null ? lost() : finished(outcome);
    }

    private TestResult finished(TestOutcome ended) {
        return new TestResult(
                identity,
                ended.status(),
                startedAt,
                ended.duration(),
                ended.problem(),
                runs,
                ended.differences(),
                jobs);
    }

    private TestResult lost() {
        String message = startedAt == null
                ? "The test was planned and never started."
                : "The test started and nothing was heard of it again.";
        Problem problem = new Problem("lost", message, "", identity.source());
        return new TestResult(identity, TestStatus.LOST, startedAt, Duration.ZERO, problem, runs, List.of(), jobs);
    }
}
