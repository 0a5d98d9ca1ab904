package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one test.
 *
 * @param identity which test
 * @param status how it ended
 * @param startedAt when it started, or null when it never did
 * @param duration wall time; zero when it never started
 * @param problem why it failed, or for a skipped test the reason; null when it passed
 * @param runs the modules it ran, in order of completion
 * @param differences the table differences that made it fail
 * @param jobs the jobs it ran, in order of completion; their modules are among the runs
 */
public record TestResult(
        TestIdentity identity,
        TestStatus status,
        @Nullable Instant startedAt,
        Duration duration,
        @Nullable Problem problem,
        List<ModuleRun> runs,
        List<TableDifference> differences,
        List<JobRun> jobs) {

    public TestResult {
        requireNonNull(identity, "identity");
        requireNonNull(status, "status");
        requireNonNull(duration, "duration");
        runs = List.copyOf(runs);
        differences = List.copyOf(differences);
        jobs = List.copyOf(jobs);
    }

    /** Create the result of a test that ran no job. */
    public TestResult(
            TestIdentity identity,
            TestStatus status,
            @Nullable Instant startedAt,
            Duration duration,
            @Nullable Problem problem,
            List<ModuleRun> runs,
            List<TableDifference> differences) {
        this(identity, status, startedAt, duration, problem, runs, differences, List.of());
    }
}
