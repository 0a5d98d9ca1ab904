package dev.lakelight.junit.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lakelight.junit.engine.TestProject;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs a suite with a test of each kind, once for all methods. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuiteRunTest {

    private static final String FILE = "src/test/lakelight/answers.yml";

    private SuiteResult result;

    @BeforeAll
    void runSuite(@TempDir Path folder) {
        TestProject project = new TestProject(folder);
        project.write("pipelines/answer.sql", """
                -- Databricks notebook source
                CREATE SCHEMA gold;
                CREATE TABLE gold.answer USING delta AS SELECT CAST(:answer AS INT) AS answer
                """);
        project.write("pipelines/arithmetic_test.sql", """
                -- Databricks notebook source
                SELECT assert_true(1 + 1 = 2)
                """);
        project.write(FILE, """
                configurations:
                  small: { parameters: { answer: 1 } }
                  large: { parameters: { answer: 42 } }
                scenarios:
                  - name: the answer
                    run: { notebook: pipelines/answer.sql, configurations: [small, large] }
                    then: { gold.answer: { schema: answer INT, rows: [[42]] } }
                """);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code = SuiteMain.run(SuiteFixture.request(folder, "pipeline-fixture"), new SuiteConsole(nowhere));
        assertThat(code).isZero();
        result = EventLog.read(SuiteFixture.log(folder));
    }

    @Test
    void runsTestsOfEveryKind() {
        assertThat(result.breakdowns()).isEmpty();
        assertThat(result.tests())
                .extracting(
                        test -> test.identity().kind(),
                        test -> test.identity().suite(),
                        test -> test.identity().name(),
                        TestResult::status)
                .containsExactlyInAnyOrder(
                        tuple(TestKind.SCENARIO, FILE, "the answer [small]", TestStatus.FAILED),
                        tuple(TestKind.SCENARIO, FILE, "the answer [large]", TestStatus.PASSED),
                        tuple(TestKind.NOTEBOOK_TEST, "pipelines", "arithmetic_test.sql", TestStatus.PASSED),
                        tuple(TestKind.JUNIT, pipelineClass(), "answers [small]", TestStatus.PASSED),
                        tuple(TestKind.JUNIT, pipelineClass(), "answers [large]", TestStatus.PASSED));
    }

    @Test
    void keepsTheModuleRunsOfEachTest() {
        assertThat(test("answers [large]").runs()).singleElement().satisfies(run -> {
            assertThat(run.module()).isEqualTo("pipelines/answer.sql");
            assertThat(run.configuration()).isEqualTo("large");
            assertThat(run.parameters()).containsEntry("answer", "42");
        });
        assertThat(result.tests())
                .allSatisfy(test -> assertThat(test.runs())
                        .extracting(ModuleRun::outcome)
                        .containsExactly(ModuleRun.Outcome.SUCCEEDED));
    }

    @Test
    void keepsTheDifferenceThatMadeATestFail() {
        TestResult failed = test("the answer [small]");

        assertThat(failed.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.table()).isEqualTo("gold.answer");
            assertThat(difference.missing()).isOne();
            assertThat(difference.unexpected()).isOne();
        });
        assertThat(failed.identity().source()).isEqualTo(new SourceLocation(FILE, 5));
        assertThat(failed.problem().location()).isEqualTo(new SourceLocation(FILE, 7));
    }

    /** Other tests of this JVM use it too. */
    @Test
    void tellsWhichClusterServed() {
        assertThat(result.clusters()).isNotEmpty().allSatisfy(cluster -> {
            assertThat(cluster.description()).startsWith("embedded");
            assertThat(cluster.executors()).isZero();
        });
    }

    private TestResult test(String name) {
        return result.tests().stream()
                .filter(test -> test.identity().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String pipelineClass() {
        return "dev.lakelight.junit.suite.fixture.Pipeline";
    }
}
