package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import dev.lakelight.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be told of a suite without a cluster. */
class DatabricksSuiteTest {

    @TempDir
    Path folder;

    private WorkspaceFixture fixture;
    private final List<String> lines = new ArrayList<>();

    @BeforeEach
    void start() throws GitAPIException {
        fixture = new WorkspaceFixture(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private Verdict run(String commit) {
        return run(commit, new Compute.Serverless());
    }

    private Verdict run(String commit, Compute compute) {
        TestedSource source = new TestedSource(fixture.url(), "gitHub", "main", commit);
        SuiteFolders folders = fixture.suite(List.of("tests"), List.of("pipelines"));
        RunFacts facts = new DatabricksSuite(fixture.settings(compute), source, folders)
                .run(folder.resolve("events.jsonl"), lines::add);
        return Verdict.of(result(), facts);
    }

    private SuiteResult result() {
        return EventLog.read(folder.resolve("events.jsonl"));
    }

    @Test
    void isRedWhenTheBranchIsAtAnotherCommit() throws Exception {
        String pushed = fixture.write("pipelines/a_test.sql", "-- Databricks notebook source\nSELECT 1\n")
                .push("main");
        String tested = fixture.write("more.txt", "x").commit();

        Verdict verdict = run(tested);

        assertThat(verdict.isGreen()).isFalse();
        assertThat(verdict.reasons())
                .contains(
                        "The branch 'main' of %s is at commit %s, but %s is tested. Push it, and let no other build of the branch move it."
                                .formatted(fixture.url(), pushed, tested));
        assertThat(result().tests()).extracting(TestResult::status).containsExactly(TestStatus.LOST);
        assertThat(RemoteWorkspace.connect(fixture.login()).names("/Users/admin@localhost/.lakelight"))
                .isEmpty();
    }

    @Test
    void isRedWhenEveryTestIsSkipped() throws Exception {
        fixture.write("pipelines/a.sql", "-- Databricks notebook source\nSELECT 1\n")
                .write("tests/a.yml", """
                        scenarios:
                          - name: counts commits
                            run: { notebook: pipelines/a.sql }
                            then: { silver.a: { commits: 1 } }
                        """);

        Verdict verdict = run(fixture.push("main"));

        assertThat(verdict.reasons()).containsExactly("No test ran: 1 test was skipped.");
        assertThat(lines)
                .containsExactly(
                        "SKIP  tests/a.yml > counts commits  (0.0 s)",
                        "      Not on Databricks: tests/a.yml:4: commits of silver.a: this is checked on this machine only.");
    }

    @Test
    void skipsClassesAndJobsWhereNoClusterCanBeginInTheirCatalog() throws Exception {
        fixture.write("pipelines/a.sql", "-- Databricks notebook source\nSELECT 1\n")
                .write("databricks.yml", """
                        bundle: { name: shop }
                        resources:
                          jobs:
                            nightly: { tasks: [ { task_key: a, notebook_task: { notebook_path: pipelines/a.sql } } ] }
                        """)
                .write("tests/a.yml", """
                        scenarios:
                          - name: class
                            run: { class: com.acme.Main }
                            then: { silver.a: { count: 1 } }
                          - name: job
                            run: { job: databricks.yml#nightly }
                            then: { tasks: { a: SUCCESS } }
                        """);

        run(fixture.push("main"));

        assertThat(result().tests())
                .extracting(test -> test.problem().message())
                .containsExactly(
                        "Not on Databricks: it runs the class com.acme.Main, which needs a cluster that begins in the catalog of the test; describe a job cluster by lakelight.databricks.cluster.",
                        "Not on Databricks: it runs the job databricks.yml#nightly, which needs a cluster that begins in the catalog of the test; describe a job cluster by lakelight.databricks.cluster.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            sql_task: { file: { path: a.sql }, warehouse_id: w } | the task 't' of the job 'Every night' runs a SQL file, which Databricks does on a warehouse and not in the catalog of the test; make it a notebook
            sql_task: { query: { query_id: q }, warehouse_id: w } | the task 't' of the job 'Every night' is a sql_task, which is not run here either
            python_wheel_task: { package_name: shop, entry_point: main } | the task 't' of the job 'Every night' is a python_wheel_task, which is not run here either
            dbt_task: { commands: [ dbt run ] } | the task 't' of the job 'Every night' is a dbt_task, which is not run here either
            pipeline_task: { pipeline_id: p } | the task 't' of the job 'Every night' is a pipeline_task, which is not run here either
            spark_python_task: { python_file: a.py } | the task 't' of the job 'Every night' runs Python, and lakelight.databricks.exitLanguage says that there is none
            spark_python_task: { python_file: "{{job.parameters.file}}" } | the task 't' of the job 'Every night' is told only when it runs which file that is
            for_each_task: { inputs: "[1]", task: { task_key: i, dbt_task: { commands: [ dbt run ] } } } | the task 'i' of the job 'Every night' is a dbt_task, which is not run here either
            """)
    void skipsJobsWithTasksThatItCannotRun(String task, String reason) throws Exception {
        fixture.write("a.py", "print(1)\n")
                .write("a.sql", "SELECT 1;\n")
                .write("databricks.yml", """
                        bundle: { name: shop }
                        resources:
                          jobs:
                            nightly:
                              name: Every night
                              parameters: [ { name: file, default: a.py } ]
                              tasks:
                                - task_key: t
                                  %s
                        """.formatted(task))
                .write("tests/a.yml", """
                        scenarios:
                          - name: job
                            run: { job: databricks.yml#nightly }
                            then: { tasks: { t: SUCCESS } }
                        """);

        Verdict verdict = run(fixture.push("main"), Compute.parse("{\"spark_version\": \"17.3.x-scala2.13\"}"));

        assertThat(verdict.isGreen()).isFalse();
        assertThat(result().tests()).singleElement().satisfies(test -> {
            assertThat(test.status()).isEqualTo(TestStatus.SKIPPED);
            assertThat(test.problem().message()).isEqualTo("Not on Databricks: %s.".formatted(reason));
        });
    }

    @Test
    void isRedWhenAFileHasAMistake() throws Exception {
        fixture.write("tests/a.yml", "scenarios: [{ nmae: x }]\n");

        Verdict verdict = run(fixture.push("main"));

        assertThat(verdict.isGreen()).isFalse();
        assertThat(result().tests()).extracting(TestResult::status).containsExactly(TestStatus.ERROR);
    }
}
