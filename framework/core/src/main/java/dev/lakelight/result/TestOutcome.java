package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a test ended.
 *
 * @param status anything but {@link TestStatus#LOST}, which only a reader can find out
 * @param duration wall time; zero for a skipped test
 * @param problem why it failed, or for a skipped test the reason; null when it passed
 * @param differences the table differences that made it fail
 */
public record TestOutcome(
        TestStatus status, Duration duration, @Nullable Problem problem, List<TableDifference> differences) {

    public TestOutcome {
        requireNonNull(status, "status");
        requireNonNull(duration, "duration");
        differences = List.copyOf(differences);

        if (status == TestStatus.LOST) {
            throw new IllegalArgumentException("a test that ended is not lost");
        }
    }

    /** Return the outcome of a test that passed. */
    public static TestOutcome passed(Duration duration) {
        return new TestOutcome(TestStatus.PASSED, duration, null, List.of());
    }

    /** Return the outcome of a test that was skipped for this reason. */
    public static TestOutcome skipped(String reason) {
        return new TestOutcome(TestStatus.SKIPPED, Duration.ZERO, new Problem("skipped", reason, "", null), List.of());
    }
}
