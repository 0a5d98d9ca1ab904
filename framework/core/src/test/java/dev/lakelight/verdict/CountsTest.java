package dev.lakelight.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsTest {

    private final List<TestResult> tests = List.of(
            test(TestKind.JUNIT, TestStatus.PASSED),
            test(TestKind.JUNIT, TestStatus.PASSED),
            test(TestKind.JUNIT, TestStatus.FAILED),
            test(TestKind.SCENARIO, TestStatus.ERROR),
            test(TestKind.SCENARIO, TestStatus.SKIPPED),
            test(TestKind.SCENARIO, TestStatus.LOST));

    @Test
    void countsHowTestsEnded() {
        assertThat(Counts.of(tests)).isEqualTo(new Counts(2, 1, 1, 1, 1));
        assertThat(Counts.of(tests).total()).isEqualTo(6);
        assertThat(Counts.of(List.of()).total()).isZero();
    }

    @Test
    void countsByKindAndLeavesOutKindsWithoutTests() {
        assertThat(Counts.byKind(tests))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        TestKind.JUNIT, new Counts(2, 1, 0, 0, 0),
                        TestKind.SCENARIO, new Counts(0, 0, 1, 1, 1)));
    }

    private static TestResult test(TestKind kind, TestStatus status) {
        TestIdentity identity = new TestIdentity("id", kind, "suite", "name", null);
        return new TestResult(identity, status, null, Duration.ZERO, null, List.of(), List.of());
    }
}
