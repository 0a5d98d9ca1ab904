package dev.lakelight.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.BranchQuery;
import dev.lakelight.result.EventLogWriter;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestOutcome;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteJudgeTest {

    private static final Instant NOW = ProjectFactsFixture.BUILD_START;
    private static final SuiteRun BEGUN = SuiteRun.begun(NOW, Map.of());

    private static final Path PAGE = Path.of("target", "index.html");

    @TempDir
    Path base;

    private SuiteFiles files;

    @BeforeEach
    void chooseFiles() {
        files = new SuiteFiles(base.resolve("target/lakelight"), base.resolve("target/lakelight-reports"));
    }

    @Test
    void isGreenWhenTheSuiteCameToItsEndAndAllTestsPassed() {
        leave(BEGUN.ended(RunFacts.ended(0), Duration.ofSeconds(3)));
        passOneTest();

        Judgement judgement = judge();

        assertThat(judgement.isGreen()).isTrue();
        assertThat(judgement.environmentIsBroken()).isFalse();
        assertThat(judgement.report().run().wallTime()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void isBrokenWhenTheSuiteDidNotRun() {
        assertBroken("The suite of Retail did not run in this build."
                + " Give the goal integration-test an execution in the phase integration-test.");
    }

    @Test
    void isBrokenWhenTheSuiteRanInAnotherBuild() {
        leave(SuiteRun.begun(NOW.minusSeconds(1), Map.of()).ended(RunFacts.ended(0), Duration.ZERO));
        passOneTest();

        assertBroken("The suite of Retail did not run in this build."
                + " Give the goal integration-test an execution in the phase integration-test.");
    }

    @Test
    void isBrokenWhenTheSuiteCouldNotRun() {
        leave(BEGUN.prevented("There is no Spark."));

        assertBroken("There is no Spark.");
    }

    @Test
    void isBrokenWhenNothingCanBeRead() throws IOException {
        Files.createDirectories(files.directory());
        Files.writeString(files.run(), "{}");

        Judgement judgement = judge();

        assertThat(judgement.environmentIsBroken()).isTrue();
        assertThat(judgement.message(PAGE)).startsWith("The suite could not be run:\n  Cannot read " + files.run());
    }

    @Test
    void isBrokenWhenTheSuiteJvmSaysSo() {
        leave(BEGUN.ended(RunFacts.ended(2), Duration.ZERO));
        passOneTest();

        assertBroken("The suite JVM ended with exit code 2.");
    }

    @Test
    void quotesTheFirstFailure() {
        leave(BEGUN.ended(RunFacts.ended(0), Duration.ZERO));
        runOneTest(new TestOutcome(
                TestStatus.FAILED, Duration.ZERO, new Problem("Error", "1 missing\nand more", "", null), List.of()));

        assertThat(judge().message(PAGE))
                .isEqualTo("The suite is RED:\n  1 test failed: RetailTest > runs.\n  The first of them: 1 missing\n"
                        + "Report: " + PAGE);
    }

    @Test
    void isRedWhenTheRunWasCancelled() {
        leave(BEGUN);

        Judgement judgement = judge();

        assertThat(judgement.environmentIsBroken()).isFalse();
        assertThat(judgement.message(PAGE)).startsWith("The suite is RED:\n  The run was cancelled.\n");
    }

    private void assertBroken(String reason) {
        Judgement judgement = judge();

        assertThat(judgement.isGreen()).isFalse();
        assertThat(judgement.environmentIsBroken()).isTrue();
        assertThat(judgement.message(PAGE)).isEqualTo("The suite could not be run:\n  " + reason + "\nReport: " + PAGE);
    }

    private Judgement judge() {
        BranchFacts branch = BranchFacts.of(BranchQuery.of(base, Map.of()));
        return new SuiteJudge(ProjectFactsFixture.project(base), files, branch).judge();
    }

    private void leave(SuiteRun run) {
        SuiteRunFile.write(run, files.run());
    }

    private void passOneTest() {
        runOneTest(TestOutcome.passed(Duration.ofMillis(5)));
    }

    private void runOneTest(TestOutcome outcome) {
        TestIdentity test = new TestIdentity("[test]", TestKind.JUNIT, "RetailTest", "runs", null);

        try (EventLogWriter log = EventLogWriter.create(files.eventLog())) {
            log.suiteStarted(NOW, Map.of());
            log.testPlanned(test);
            log.testStarted(test, NOW);
            log.testFinished(test.id(), outcome);
            log.suiteFinished(NOW);
        }
    }
}
