package dev.lakelight.junit.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;

import dev.lakelight.assertion.TableDifferenceError;
import dev.lakelight.junit.testbed.JobFailedException;
import dev.lakelight.junit.testbed.ModuleFailedException;
import dev.lakelight.junit.testbed.RunRecorder;
import dev.lakelight.lake.Fixture;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.runtime.CellFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
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
              recording: { spark: { spark.lakelight.record: true } }
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
              - name: runs a job
                given: { bronze.orders: { schema: "id INT, amount INT", rows: [[1, 10]] } }
                run: { job: databricks.yml#nightly, parameters: { factor: 4 }, variables: { notebook: double } }
                then: { tasks: { any: SUCCESS, double: SUCCESS, none: EXCLUDED }, silver.orders: { rows: [[1, 40]] } }
              - name: expects other ends of tasks
                given: { bronze.orders: { schema: "id INT, amount INT", rows: [[1, 10]] } }
                run: { job: databricks.yml#nightly }
                then: { tasks: { double: FAILED, none: SUCCESS, other: SUCCESS } }
              - name: breaks in a job
                run: { job: databricks.yml#nightly, variables: { notebook: divide } }
              - name: breaks in a job as expected
                run: { job: databricks.yml#nightly, variables: { notebook: divide } }
                then: { tasks: { double: FAILED, after: UPSTREAM_FAILED }, error: DIVIDE_BY_ZERO }
              - name: does not break
                run: { notebook: double.sql, configuration: two }
                then: { error: DIVIDE_BY_ZERO }
              - name: is idempotent
                given: { bronze.orders: { schema: "id INT, amount INT", rows: [[1, 10]] } }
                run: [ { notebook: merge.sql }, { notebook: merge.sql } ]
                then: { idempotent: true, bronze.orders: { commits: 2, unique: id, expect: amount > 0, operations: [MERGE, MERGE] } }
              - name: is not idempotent
                given: { bronze.orders: { schema: "id INT, amount INT", rows: [[1, 10]] } }
                run: { notebook: append.sql }
                then: { idempotent: true, bronze.orders: { count: 2 } }
              - name: cannot be run again
                run: { notebook: double.sql, configuration: two }
                then: { idempotent: true }
              - name: records
                given: { bronze.orders: { schema: "id INT, amount INT", rows: [[2, 5], [1, 10]] } }
                run: { notebook: merge.sql, configuration: recording }
                then: { bronze.orders: { rows: recorded.csv, key: id } }
              - name: breaks rules
                given: { bronze.orders: { schema: "id INT, amount INT", rows: [[1, 10]] } }
                run: { notebook: append.sql }
                then: { bronze.orders: { references: { id: bronze.orders.amount } } }
              - name: runs a file without header
                run: { notebook: plain.txt, language: sql, parameters: { day: 7 } }
                then: { plain.days: { rows: [[7]] } }
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

    private static final String BUNDLE = """
            bundle: { name: retail }
            variables: { notebook: { default: double } }
            resources:
              jobs:
                nightly:
                  parameters: [ { name: factor, default: 2 } ]
                  tasks:
                    - { task_key: any, condition_task: { op: GREATER_THAN, left: '{{job.parameters.factor}}', right: '0' } }
                    - task_key: double
                      depends_on: [ { task_key: any, outcome: 'true' } ]
                      notebook_task: { notebook_path: '${var.notebook}' }
                    - task_key: none
                      depends_on: [ { task_key: any, outcome: 'false' } ]
                      notebook_task: { notebook_path: never }
                    - { task_key: after, depends_on: [ { task_key: double } ], sql_task: { file: { path: after.sql } } }
            """;

    private static final String FILE = "src/test/lakelight/orders.yml";

    private final Map<String, TestExecutionResult> results = new ConcurrentHashMap<>();
    private final Map<String, ModuleRun> runs = new ConcurrentHashMap<>();
    private final Map<String, JobRun> jobs = new ConcurrentHashMap<>();
    private Path folder;

    @BeforeAll
    void runProject(@TempDir Path newFolder) {
        folder = newFolder;
        TestProject project = new TestProject(folder);
        project.write(FILE, SCENARIOS);
        project.write("src/test/lakelight/forks.yml", resource("/dev/lakelight/junit/forks.yml"));
        project.write("double.sql", DOUBLE);
        project.write("divide.sql", "-- Databricks notebook source\nSELECT 1 / 0\n");
        project.write("databricks.yml", BUNDLE);
        project.write("never.sql", "-- Databricks notebook source\nCREATE SCHEMA never\n");
        project.write("after.sql", "SELECT 1");
        project.write("append.sql", "-- Databricks notebook source\nINSERT INTO bronze.orders VALUES (2, 20)\n");
        project.write("merge.sql", """
                -- Databricks notebook source
                MERGE INTO bronze.orders USING (SELECT 2 AS id, 20 AS amount) AS new ON orders.id = new.id
                WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *
                """);
        project.write(
                "plain.txt",
                "CREATE SCHEMA plain;\n-- COMMAND ----------\nCREATE TABLE plain.days AS SELECT CAST(:day AS INT) AS day");
        project.write("src/test/lakelight/expected.csv", "id:INT,amount:INT\n1,30\n2,60\n");
        project.write("src/test/lakelight/recorded.csv", "");
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
        assertThat(results).hasSize(23);
        assertPassed("doubles [two]");
        assertPassed("parameters win [two]");
        assertPassed("breaks as expected");
        assertPassed("runs a file without header");
        assertPassed("checks/passing_test.sql");
    }

    @Test
    void beginsWithAFixture() {
        assertPassed("an order is corrected");
        assertPassed("the amounts of a large shop");
        assertThat(failure("begins with what is no fixture", UserError.class))
                .hasMessage(
                        "src/test/lakelight/forks.yml:6: the class java.lang.String cannot make the fixture 'no shop':"
                                + " it is no Supplier<Fixture>. It must be a Supplier<Fixture> with a constructor without parameters,"
                                + " and static when it is a nested class.");
    }

    /** Ninety-nine orders. */
    static final class LargeShop implements Supplier<Fixture> {

        @Override
        public Fixture get() {
            return Fixture.of("large shop", lake -> {
                lake.createSchema("bronze");
                lake.sql("CREATE TABLE bronze.orders AS SELECT CAST(id AS INT) AS id, 1 AS amount FROM range(99)");
            });
        }
    }

    private static String resource(String name) {
        try (InputStream content = ScenarioRunTest.class.getResourceAsStream(name)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsTheDifferenceOfATable() {
        ScenarioFailure failure = failure("parameters win [none]", ScenarioFailure.class);

        assertThat(failure).hasMessageStartingWith("[" + FILE + ":15]").hasMessageContaining("silver.orders");
        assertThat(failure.location()).isEqualTo(new SourceLocation(FILE, 15));
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
                        + ":16] expected double.sql to exit with 'finished', but it exited with 'done'.\n\n(2) [" + FILE
                        + ":20]")
                .hasMessageContaining("\n\n(3) [" + FILE + ":21]");
    }

    @Test
    void tellsTheCellThatFailed() {
        ModuleFailedException failure = failure("breaks", ModuleFailedException.class);

        assertThat(failure)
                .hasMessageStartingWith(FILE + ":24: double.sql failed.\n")
                .hasMessageContaining("double.sql:7 (cell 2) failed: ")
                .hasMessageContaining("CAST_INVALID_INPUT")
                .cause()
                .isInstanceOf(CellFailedException.class);
    }

    @Test
    void tellsWhenItFailsOtherwiseOrNotAtAll() {
        assertThat(failure("breaks otherwise", ScenarioFailure.class))
                .hasMessageStartingWith(
                        "[" + FILE + ":30] expected an error with 'CAST_INVALID_INPUT', but divide.sql failed with:\n")
                .hasMessageContaining("divide.sql:2 (cell 1) failed: [DIVIDE_BY_ZERO]");
        assertThat(failure("does not break [two]", ScenarioFailure.class))
                .hasMessage("[" + FILE + ":46] expected an error with 'DIVIDE_BY_ZERO', but every step succeeded.");
    }

    @Test
    void runsJobsAndExpectsTheEndsOfTheirTasks() {
        assertPassed("runs a job");
        assertPassed("breaks in a job as expected");
        assertThat(failure("expects other ends of tasks", ScenarioFailure.class))
                .hasMessage("3 expectations are not met.\n\n(1) [" + FILE
                        + ":37] expected the task 'double' of the job 'nightly' to end with FAILED, but it ended with SUCCESS."
                        + "\n\n(2) [" + FILE
                        + ":37] expected the task 'none' of the job 'nightly' to end with SUCCESS, but it ended with EXCLUDED."
                        + "\n\n(3) [" + FILE
                        + ":37] expected a task 'other' of the job 'nightly', but it has: any, double, none, after.");
        assertThat(failure("breaks in a job", JobFailedException.class))
                .hasMessageStartingWith(FILE + ":42: the job 'nightly' (databricks.yml:6) ended with FAILED.\n"
                        + "- double FAILED: divide.sql:2 (cell 1) failed: [DIVIDE_BY_ZERO]")
                .hasMessageEndingWith("\n- after UPSTREAM_FAILED: The task was not run: run_if ALL_SUCCESS is not met,"
                        + " or the run was ended before.");
        // Tests of other classes run jobs in this JVM at the same time.
        assertThat(jobs)
                .hasEntrySatisfying(
                        "[engine:lakelight]/[file:src%2Ftest%2Flakelight%2Forders.yml]/[scenario:runs a job]",
                        job -> assertThat(job.name()).isEqualTo("nightly"));
    }

    @Test
    void runsTheStepsAgainOnTheirOwnResult() {
        assertPassed("is idempotent");
        ScenarioFailure changed = failure("is not idempotent", ScenarioFailure.class);
        assertThat(changed).hasMessage("[" + FILE + """
                :53] append.sql is not idempotent: it was run again on its own result.

                bronze.orders differs from its content after the first run: 1 unexpected
                  expected 2 rows, found 3
                  last written by WRITE in cell 1 of append.sql:2

                    | id | amount
                  + | 2  | 20

                  + unexpected""");
        assertThat(changed.getSuppressed()).hasAtLeastOneElementOfType(TableDifferenceError.class);
        assertThat(failure("cannot be run again [two]", ScenarioFailure.class))
                .hasMessageStartingWith("[" + FILE
                        + ":57] double.sql is not idempotent: it was run again on its own result, and failed.\n\n"
                        + FILE
                        + ":58: double.sql failed.\n");
    }

    @Test
    void failsWhileItRecords() {
        assertThat(failure("records [recording]", AssertionError.class))
                .hasMessage("Recorded, not tested: src/test/lakelight/recorded.csv."
                        + " Review and commit what was recorded, then run again without lakelight.record.");
        assertThat(folder.resolve("src/test/lakelight/recorded.csv")).hasContent("id,amount\n1,10\n2,20\n");
    }

    @Test
    void looksAtTheRulesOfTables() {
        assertThat(failure("breaks rules", ScenarioFailure.class))
                .hasMessageStartingWith(
                        "[" + FILE
                                + ":67] bronze.orders has 2 rows whose (id) is not in bronze.orders (amount):\n\n  id | amount\n")
                .hasMessageContaining("\n  1  | 10")
                .hasMessageContaining("\n  2  | 20");
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
        public void jobRan(String testId, JobRun run) {
            jobs.put(testId, run);
        }

        @Override
        public void clusterStarted(SuiteResult.ClusterStart start) {}

        @Override
        public void executorLost(String description) {}
    }
}
