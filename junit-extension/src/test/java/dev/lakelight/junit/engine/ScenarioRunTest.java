package dev.lakelight.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import dev.lakelight.assertion.TableDifferenceError;
import dev.lakelight.junit.testbed.ModuleFailedException;
import dev.lakelight.junit.testbed.RunRecorder;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.runtime.CellFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventType;

/** Runs one project with a scenario for each way to end, once for all methods. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenarioRunTest {

    private static final String SCENARIOS = """
            configurations:
              two: { parameters: { factor: 2 }, given: { bronze.orders: { schema: "id INT, amount INT", rows: [[1, 10], [2, 20]] } } }
              none: { parameters: { factor: 2 }, given: { bronze.orders: { schema: "id INT, amount INT", rows: [] } } }
            scenarios:
              - name: doubles
                run: { notebook: double.sql, configuration: two }
                then:
                  exit: done
                  silver.orders: { schema: "id INT, amount INT", rows: [[2, 40], [1, 20]], key: id, commits: 1 }
                  silver.rejected: absent
              - name: parameters win
                run: { notebook: double.sql, configurations: [two, none], parameters: { factor: 3 } }
                then:
                  silver.orders: { rows: expected.csv, key: id }
              - name: everything is told
                run: { notebook: double.sql, configuration: two }
                then:
                  exit: finished
                  silver.orders: { count: 3 }
                  silver.rejected: { count: 0 }
              - name: breaks
                given: { bronze.orders: { schema: "id INT, amount STRING", rows: [[1, x]] } }
                run: { notebook: double.sql, parameters: { factor: 2 } }
                then: { exit: done }
              - name: breaks as expected
                given: { bronze.orders: { schema: "id INT, amount STRING", rows: [[1, x]] } }
                run: [ { notebook: double.sql, parameters: { factor: 2 } }, { notebook: never.sql } ]
                then: { error: "The value 'x'", silver.orders: absent }
              - name: breaks otherwise
                run: { notebook: divide.sql }
                then: { error: CAST_INVALID_INPUT }
              - name: does not break
                run: { notebook: double.sql, configuration: two }
                then: { error: DIVIDE_BY_ZERO }
            """;

    private static final String DOUBLE = """
            -- Databricks notebook source
            CREATE SCHEMA IF NOT EXISTS silver

            -- COMMAND ----------

            CREATE TABLE silver.orders USING delta AS
            SELECT id, CAST(amount * CAST(:factor AS INT) AS INT) AS amount FROM bronze.orders

            -- COMMAND ----------

            -- MAGIC %java
            -- MAGIC dbutils.notebook.exit("done");
            """;

    private static final String FILE = "src/test/lakelight/orders.yml";

    private final Map<String, TestExecutionResult> results = new ConcurrentHashMap<>();
    private final Map<String, ModuleRun> runs = new ConcurrentHashMap<>();
    private Path folder;

    @BeforeAll
    void runProject(@TempDir Path newFolder) {
        folder = newFolder;
        TestProject project = new TestProject(folder);
        project.write(FILE, SCENARIOS);
        project.write("double.sql", DOUBLE);
        project.write("divide.sql", "-- Databricks notebook source\nSELECT 1 / 0\n");
        project.write("never.sql", "-- Databricks notebook source\nCREATE SCHEMA never\n");
        project.write("src/test/lakelight/expected.csv", "id:INT,amount:INT\n1,30\n2,60\n");
        project.write("checks/passing_test.sql", "-- Databricks notebook source\nSELECT 1\n");
        project.write(
                "checks/failing_test.sql",
                "-- Databricks notebook source\nSELECT assert_true(1 = 2, 'one is not two')\n");

        try (RunRecorder.Installation recording = RunRecorder.install(new Runs())) {
            assertThat(recording).isNotNull();
            project
                    .engine(selectDirectory(folder.toFile()))
                    .configurationParameter("lakelight.parallelism", "2")
                    .execute()
                    .testEvents()
                    .stream()
                    .filter(Event.byType(EventType.FINISHED))
                    .forEach(event -> results.put(
                            event.getTestDescriptor().getDisplayName(),
                            event.getRequiredPayload(TestExecutionResult.class)));
        }
    }

    @Test
    void passesWhenEverythingHolds() {
        assertThat(results).hasSize(10);
        assertPassed("doubles [two]");
        assertPassed("parameters win [two]");
        assertPassed("breaks as expected");
        assertPassed("checks/passing_test.sql");
    }

    @Test
    void tellsTheDifferenceOfATable() {
        ScenarioFailure failure = failure("parameters win [none]", ScenarioFailure.class);

        assertThat(failure).hasMessageStartingWith("[" + FILE + ":14]").hasMessageContaining("silver.orders");
        assertThat(failure.location()).isEqualTo(new SourceLocation(FILE, 14));
        assertThat(failure.getSuppressed())
                .singleElement()
                .isInstanceOfSatisfying(
                        TableDifferenceError.class,
                        error -> assertThat(error.difference().missing()).isEqualTo(2));
    }

    @Test
    void tellsEverythingThatDoesNotHold() {
        assertThat(failure("everything is told [two]", ScenarioFailure.class))
                .hasMessageStartingWith("3 expectations are not met.\n\n(1) [" + FILE
                        + ":15] expected double.sql to exit with 'finished', but it exited with 'done'.\n\n(2) [" + FILE
                        + ":19]")
                .hasMessageContaining("\n\n(3) [" + FILE + ":20]");
    }

    @Test
    void tellsTheCellThatFailed() {
        ModuleFailedException failure = failure("breaks", ModuleFailedException.class);

        assertThat(failure)
                .hasMessageStartingWith(FILE + ":23: double.sql failed.\n")
                .hasMessageContaining("double.sql:7 (cell 2) failed: ")
                .hasMessageContaining("CAST_INVALID_INPUT")
                .cause()
                .isInstanceOf(CellFailedException.class);
    }

    @Test
    void tellsWhenItFailsOtherwiseOrNotAtAll() {
        assertThat(failure("breaks otherwise", ScenarioFailure.class))
                .hasMessageStartingWith(
                        "[" + FILE + ":29] expected an error with 'CAST_INVALID_INPUT', but divide.sql failed with:\n")
                .hasMessageContaining("divide.sql:2 (cell 1) failed: [DIVIDE_BY_ZERO]");
        assertThat(failure("does not break [two]", ScenarioFailure.class))
                .hasMessage("[" + FILE + ":32] expected an error with 'DIVIDE_BY_ZERO', but every step succeeded.");
    }

    @Test
    void failsForANotebookTestThatFails() {
        assertThat(failure("checks/failing_test.sql", ModuleFailedException.class))
                .hasMessageStartingWith("checks/failing_test.sql:1: checks/failing_test.sql failed.\n")
                .hasMessageContaining("one is not two");
    }

    @Test
    void recordsEachRunForItsTest() {
        String id = "[engine:lakelight]/[file:src%2Ftest%2Flakelight%2Forders.yml]/[scenario:doubles]";

        assertThat(runs).hasEntrySatisfying(id, run -> {
            assertThat(run.configuration()).isEqualTo("two");
            assertThat(run.exitValue()).isEqualTo("done");
            assertThat(run.cells()).hasSize(3);
        });
    }

    @Test
    void leavesNoLakeBehind() {
        assertThat(folder.resolve("target/lakelight/lakes"))
                .satisfiesAnyOf(
                        lakes -> assertThat(lakes).doesNotExist(),
                        lakes -> assertThat(lakes).isEmptyDirectory());
        assertThat(Files.exists(folder.resolve("spark-warehouse"))).isFalse();
    }

    private void assertPassed(String test) {
        TestExecutionResult result = results.get(test);
        assertThat(result.getThrowable()).as(test).isEmpty();
        assertThat(result.getStatus()).isEqualTo(TestExecutionResult.Status.SUCCESSFUL);
    }

    private <T extends Throwable> T failure(String test, Class<T> type) {
        Throwable thrown = results.get(test).getThrowable().orElseThrow();
        assertThat(thrown).as(test).isInstanceOf(type);
        return type.cast(thrown);
    }

    private final class Runs implements RunRecorder.Listener {

        @Override
        public void moduleRan(String testId, ModuleRun run) {
            runs.put(testId, run);
        }

        @Override
        public void clusterStarted(SuiteResult.ClusterStart start) {}

        @Override
        public void executorLost(String description) {}
    }
}
