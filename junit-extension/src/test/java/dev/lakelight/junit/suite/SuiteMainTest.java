package dev.lakelight.junit.suite;

import static dev.lakelight.result.TestStatus.ERROR;
import static dev.lakelight.result.TestStatus.FAILED;
import static dev.lakelight.result.TestStatus.PASSED;
import static dev.lakelight.result.TestStatus.SKIPPED;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.lakelight.junit.engine.TestProject;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import dev.lakelight.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteMainTest {

    private static final String FIXTURE = "dev.lakelight.junit.suite.fixture.";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void writesWhatBecameOfEachTest() {
        int code = run("suite-fixture");

        assertThat(code).isZero();
        assertThat(statuses(result()))
                .containsOnly(
                        entry("EveryOutcome.passes", PASSED),
                        entry("EveryOutcome.fails", FAILED),
                        entry("EveryOutcome.failsTwice", FAILED),
                        entry("EveryOutcome.breaks", ERROR),
                        entry("EveryOutcome.isDisabled", SKIPPED),
                        entry("EveryOutcome.isAborted", SKIPPED),
                        entry("EveryOutcome.a name of its own", PASSED),
                        entry("EveryOutcome.isRepeated [with 1]", PASSED),
                        entry("EveryOutcome.isRepeated [with 2]", PASSED),
                        entry("BrokenSetUp.first", ERROR),
                        entry("BrokenSetUp.second", ERROR),
                        entry("BrokenTearDown.passes", PASSED),
                        entry("BrokenTearDown.BrokenTearDown", ERROR),
                        entry("DisabledClass.first", SKIPPED),
                        entry("DisabledClass.template", SKIPPED));
        assertThat(result().breakdowns()).isEmpty();
        assertThat(result().startedAt()).isNotNull();
        assertThat(result().finishedAt()).isNotNull();
        assertThat(result().versions())
                .containsKeys("lakelight", "spark", "delta", "java", "junit")
                .hasEntrySatisfying("junit", version -> assertThat(version).matches("[56]\\..*"));
    }

    @Test
    void saysWhyAndWhereATestFailed() {
        run("suite-fixture");

        assertThat(test("fails").problem()).satisfies(problem -> {
            assertThat(problem.message()).contains("\"that\"").contains("\"this\"");
            assertThat(problem.trace()).contains("EveryOutcome.fails(EveryOutcome.java:");
        });
        assertThat(test("isDisabled").problem().message()).isEqualTo("not today");
        assertThat(test("isAborted").problem().message()).contains("no data here");
        assertThat(test("second").problem().message()).isEqualTo("no class fixture");
        assertThat(test("template").problem().message()).isEqualTo("the template");
    }

    @Test
    void placesAFailureInTheSourceOfTheTestClass() {
        new TestProject(folder)
                .write("src/test/java/dev/lakelight/junit/suite/fixture/EveryOutcome.java", "class EveryOutcome {}");

        run("suite-fixture");

        String file = "src/test/java/dev/lakelight/junit/suite/fixture/EveryOutcome.java";
        assertThat(test("fails").identity().source()).isEqualTo(new SourceLocation(file, 0));
        assertThat(test("breaks").problem().location()).isEqualTo(new SourceLocation(file, 38));
    }

    @Test
    void reportsScenarioFilesThatCannotBeRead() {
        new TestProject(folder).write("src/test/lakelight/broken.yml", "scenaros: []\n");

        run("nothing");

        assertThat(result().tests()).singleElement().satisfies(test -> {
            assertThat(test.identity().kind()).isEqualTo(TestKind.SCENARIO);
            assertThat(test.identity().suite()).isEqualTo("src/test/lakelight/broken.yml");
            assertThat(test.identity().name()).isEqualTo("broken.yml");
            assertThat(test.identity().source()).isEqualTo(new SourceLocation("src/test/lakelight/broken.yml", 1));
            assertThat(test.status()).isEqualTo(ERROR);
        });
    }

    @Test
    void leavesALogWithoutTestsWhenTheSelectionIsEmpty() {
        new TestProject(folder).write("pipelines/readme.md", "Nothing here yet.\n");
        new TestProject(folder).write("src/test/lakelight/data.csv", "id\n");

        int code = run("nothing");

        assertThat(code).isZero();
        assertThat(result().tests()).isEmpty();
        assertThat(result().finishedAt()).isNotNull();
    }

    @Test
    void endsWithTwoWhenTheEnvironmentIsBroken() {
        int code = run("broken-environment-fixture");

        assertThat(code).isEqualTo(2);
        assertThat(result().breakdowns()).containsExactly("No cluster: the disk is full.");
        assertThat(result().tests()).extracting(TestResult::status).containsExactly(ERROR, ERROR);
    }

    @Test
    void printsALineForEachTestAndEachFailureOnce() {
        run("suite-fixture");

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsPattern("(?m)^PASS  " + FIXTURE + "EveryOutcome > passes  \\(\\d+\\.\\d s\\)$")
                .containsPattern(
                        "(?m)^FAIL  " + FIXTURE + "EveryOutcome > breaks  \\(\\d+\\.\\d s\\)\n      no fixture$")
                .containsPattern("(?m)^SKIP  " + FIXTURE + "EveryOutcome > isDisabled  \\(0\\.0 s\\)\n      not today$")
                .containsOnlyOnce("no class fixture");
    }

    @Test
    void isNeverGreenWhileItRecords() {
        SuiteMain.run(
                SuiteFixture.request(folder, "nothing", Map.of("lakelight.record", "true")),
                new SuiteConsole(new PrintStream(printed, true, StandardCharsets.UTF_8)));

        assertThat(Verdict.of(result(), RunFacts.ended(0)).reasons())
                .startsWith("Expected tables were recorded, because lakelight.record is true."
                        + " Review and commit them, and run again without it.");
    }

    private int run(String tag) {
        return SuiteMain.run(
                SuiteFixture.request(folder, tag),
                new SuiteConsole(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    }

    private SuiteResult result() {
        return EventLog.read(SuiteFixture.log(folder));
    }

    private TestResult test(String name) {
        return result().tests().stream()
                .filter(test -> test.identity().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, TestStatus> statuses(SuiteResult result) {
        return result.tests().stream()
                .collect(toMap(
                        test -> test.identity().suite().replace(FIXTURE, "") + "."
                                + test.identity().name(),
                        TestResult::status));
    }
}
