package dev.lakelight.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

class VerdictPropertyTest {

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void isGreenExactlyWhenEveryConditionHolds(@ForAll("suites") SuiteResult suite, @ForAll("runs") RunFacts run) {
        boolean well = ranWell(run) && isComplete(suite) && hasOnlyGoodTests(suite.tests());

        Verdict verdict = Verdict.of(suite, run);

        assertThat(verdict.isGreen()).isEqualTo(well);
        Statistics.label("colour").collect(verdict.colour()).coverage(checker -> {
            checker.check(Verdict.Colour.GREEN).count(count -> count > 20);
            checker.check(Verdict.Colour.RED).count(count -> count > 20);
        });
    }

    private static boolean ranWell(RunFacts run) {
        boolean endedWell = run.exitCode() != null && run.exitCode() == 0 && run.timeLimit() == null;
        boolean commitsKnown = run.testedCommit() != null && run.branchCommit() != null;
        return endedWell && (!commitsKnown || Objects.equals(run.testedCommit(), run.branchCommit()));
    }

    private static boolean isComplete(SuiteResult suite) {
        return suite.finishedAt() != null && suite.breakdowns().isEmpty();
    }

    private static boolean hasOnlyGoodTests(List<TestResult> tests) {
        Counts counts = Counts.of(tests);
        return counts.passed() > 0 && counts.passed() + counts.skipped() == tests.size();
    }

    @Provide
    Arbitrary<RunFacts> runs() {
        Arbitrary<Integer> exitCodes = Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(1, 1), Tuple.of(1, 137));
        Arbitrary<String> commits = Arbitraries.frequency(Tuple.of(6, "aaaa"), Tuple.of(1, "bbbb"));
        return Combinators.combine(
                        exitCodes.injectNull(0.1),
                        Arbitraries.just(Duration.ofMinutes(1)).injectNull(0.9),
                        commits.injectNull(0.2),
                        commits.injectNull(0.2))
                .as(RunFacts::new);
    }

    @Provide
    Arbitrary<SuiteResult> suites() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        return Combinators.combine(
                        Arbitraries.just(now).injectNull(0.1),
                        statuses().list().ofMaxSize(4),
                        Arbitraries.of("broken").list().ofMaxSize(1))
                .as((finished, tests, breakdowns) ->
                        new SuiteResult(now, finished, Map.of(), List.of(), tests, breakdowns));
    }

    private static Arbitrary<TestResult> statuses() {
        TestIdentity identity = new TestIdentity("id", TestKind.JUNIT, "ATest", "a", null);
        return Arbitraries.frequency(
                        Tuple.of(8, TestStatus.PASSED),
                        Tuple.of(4, TestStatus.SKIPPED),
                        Tuple.of(1, TestStatus.FAILED),
                        Tuple.of(1, TestStatus.ERROR),
                        Tuple.of(1, TestStatus.LOST))
                .map(status -> new TestResult(identity, status, null, Duration.ZERO, null, List.of(), List.of()));
    }
}
