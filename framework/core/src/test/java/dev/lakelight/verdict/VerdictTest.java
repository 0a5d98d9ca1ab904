package dev.lakelight.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final RunFacts WELL = RunFacts.ended(0);

    @Test
    void isGreenWhenAllIsWell() {
        Verdict verdict = Verdict.of(suite(TestStatus.PASSED, TestStatus.SKIPPED), WELL.onCommit("abc", "abc"));

        assertThat(verdict.isGreen()).isTrue();
        assertThat(verdict.reasons()).isEmpty();
    }

    @Test
    void isRedWhenThereIsNoTest() {
        assertThat(reasons(suite(), WELL)).containsExactly("No test ran: the suite found none.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 test was skipped", "4, 4 tests were skipped"})
    void isRedWhenAllTestsWereSkippedBecauseNothingIsKnownThen(int tests, String said) {
        TestStatus[] skipped = Collections.nCopies(tests, TestStatus.SKIPPED).toArray(TestStatus[]::new);

        assertThat(reasons(suite(skipped), WELL)).containsExactly("No test ran: %s.".formatted(said));
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED, 1 test failed",
        "ERROR, 1 test ended in an error",
        "LOST, 1 test was lost",
    })
    void isRedWhenATestDidNotPassAndNamesIt(TestStatus status, String said) {
        assertThat(reasons(suite(TestStatus.PASSED, status), WELL))
                .containsExactly(said + ": customers.yml > test 1 (src/test/lakelight/customers.yml:1).");
    }

    @ParameterizedTest
    @EnumSource
    void leavesNoStatusUnjudged(TestStatus status) {
        boolean harmless = status == TestStatus.PASSED || status == TestStatus.SKIPPED;

        assertThat(Verdict.of(suite(TestStatus.PASSED, status), WELL).isGreen()).isEqualTo(harmless);
    }

    @Test
    void namesTheFirstThreeAndCountsTheOthers() {
        TestStatus[] failed = Collections.nCopies(5, TestStatus.FAILED).toArray(TestStatus[]::new);

        assertThat(reasons(suite(failed), WELL))
                .containsExactly("5 tests failed: customers.yml > test 0"
                        + ", customers.yml > test 1 (src/test/lakelight/customers.yml:1)"
                        + ", customers.yml > test 2 (src/test/lakelight/customers.yml:2) and 2 more.");
    }

    @Test
    void isRedWhenSomethingBrokeDown() {
        SuiteResult broken = broken(List.of("An executor was lost: executor 1: signal 9"));

        assertThat(reasons(broken, WELL)).containsExactly("An executor was lost: executor 1: signal 9");
    }

    @Test
    void namesThreeBreakdownsAndCountsTheOthers() {
        assertThat(reasons(broken(List.of("a.", "b.", "c.", "d.", "e.")), WELL))
                .containsExactly("a.", "b.", "c.", "2 more things broke down.");
    }

    @Test
    void isRedWhenTheSuiteDidNotFinish() {
        SuiteResult unfinished = new SuiteResult(NOW, null, Map.of(), List.of(), tests(TestStatus.PASSED), List.of());

        assertThat(reasons(unfinished, WELL)).containsExactly("The suite never finished.");
    }

    @Test
    void isRedWhenTheSuiteDidNotStart() {
        SuiteResult nothing = new SuiteResult(null, null, Map.of(), List.of(), List.of(), List.of());

        assertThat(reasons(nothing, WELL))
                .containsExactly("The suite never started.", "No test ran: the suite found none.");
    }

    @ParameterizedTest
    @CsvSource({"30, 30 s", "90, 90 s", "1800, 30 min"})
    void isRedWhenTheSuiteTookTooLong(long seconds, String said) {
        assertThat(reasons(suite(TestStatus.PASSED), RunFacts.timedOut(Duration.ofSeconds(seconds))))
                .containsExactly("The suite was stopped because it took longer than %s.".formatted(said));
    }

    @Test
    void isRedWhenTheRunWasCancelled() {
        assertThat(reasons(suite(TestStatus.PASSED), RunFacts.cancelled())).containsExactly("The run was cancelled.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "137, 137 (signal 9)", "-1, -1", "128, 128", "256, 256"})
    void isRedWhenTheSuiteJvmEndedBadly(int exitCode, String said) {
        assertThat(reasons(suite(TestStatus.PASSED), RunFacts.ended(exitCode)))
                .containsExactly("The suite JVM ended with exit code %s.".formatted(said));
    }

    @Test
    void isRedWhenAnotherCommitRanThanThatOfTheBranch() {
        assertThat(reasons(suite(TestStatus.PASSED), WELL.onCommit("aaa", "bbb")))
                .containsExactly("The tests ran on commit aaa, but the branch is at bbb.");
    }

    @Test
    void doesNotGuessAboutCommitsThatAreUnknown() {
        assertThat(Verdict.of(suite(TestStatus.PASSED), WELL.onCommit(null, "bbb"))
                        .isGreen())
                .isTrue();
        assertThat(Verdict.of(suite(TestStatus.PASSED), WELL.onCommit("aaa", null))
                        .isGreen())
                .isTrue();
    }

    @Test
    void tellsTheRootOfTheTroubleFirst() {
        SuiteResult killed = new SuiteResult(
                NOW,
                null,
                Map.of(),
                List.of(),
                tests(TestStatus.FAILED, TestStatus.ERROR, TestStatus.LOST),
                List.of("The event log ends within line 9: the suite JVM was killed while it wrote."));

        assertThat(reasons(killed, RunFacts.ended(137).onCommit("a", "b")))
                .extracting(reason -> reason.replaceAll(":.*|\\(.*", "").strip())
                .containsExactly(
                        "The suite JVM ended with exit code 137",
                        "The tests ran on commit a, but the branch is at b.",
                        "The event log ends within line 9",
                        "The suite never finished.",
                        "1 test was lost",
                        "1 test ended in an error",
                        "1 test failed");
    }

    @Test
    void putsANameWithLineEndsOnOneLine() {
        TestIdentity odd = new TestIdentity("x", TestKind.JUNIT, "A\tTest", "two\r\nlines\u2028more", null);
        TestResult failed = new TestResult(odd, TestStatus.FAILED, NOW, Duration.ZERO, null, List.of(), List.of());
        SuiteResult suite = new SuiteResult(NOW, NOW, Map.of(), List.of(), List.of(failed), List.of());

        assertThat(reasons(suite, WELL)).containsExactly("1 test failed: A Test > two lines more.");
    }

    @Test
    void hasReasonsExactlyWhenRed() {
        assertThatThrownBy(() -> new Verdict(Verdict.Colour.RED, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("RED has reasons and GREEN has none, but was RED []");
        assertThatThrownBy(() -> new Verdict(Verdict.Colour.GREEN, List.of("why")))
                .hasMessage("RED has reasons and GREEN has none, but was GREEN [why]");
    }

    private static List<String> reasons(SuiteResult suite, RunFacts run) {
        Verdict verdict = Verdict.of(suite, run);
        assertThat(verdict.colour()).isEqualTo(Verdict.Colour.RED);
        return verdict.reasons();
    }

    private static SuiteResult suite(TestStatus... statuses) {
        return new SuiteResult(NOW, NOW.plusSeconds(9), Map.of(), List.of(), tests(statuses), List.of());
    }

    private static SuiteResult broken(List<String> breakdowns) {
        return new SuiteResult(NOW, NOW, Map.of(), List.of(), tests(TestStatus.PASSED), breakdowns);
    }

    private static List<TestResult> tests(TestStatus... statuses) {
        return IntStream.range(0, statuses.length)
                .mapToObj(number -> test(number, statuses[number]))
                .toList();
    }

    /** Only the first has no known source. */
    private static TestResult test(int number, TestStatus status) {
        @Nullable
        SourceLocation source = number == 0 ? null : new SourceLocation("src/test/lakelight/customers.yml", number);
        TestIdentity identity =
                new TestIdentity("id-" + number, TestKind.SCENARIO, "customers.yml", "test " + number, source);
        return new TestResult(identity, status, NOW, Duration.ZERO, null, List.of(), List.of());
    }
}
