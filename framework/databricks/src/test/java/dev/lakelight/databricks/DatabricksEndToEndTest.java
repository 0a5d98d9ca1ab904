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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A suite on a workspace of this machine, from the branch to the results, on a job cluster. */
class DatabricksEndToEndTest {

    @TempDir
    Path folder;

    @Test
    void tellsWhichTestsHold() throws Exception {
        List<String> lines = new ArrayList<>();

        try (WorkspaceFixture fixture = new WorkspaceFixture(folder)) {
            String commit = fixture.write("pipelines/make.sql", """
                            -- Databricks notebook source
                            CREATE TABLE silver.prices AS SELECT id, price FROM bronze.prices WHERE id > :least
                            """)
                    .write("tests/a.yml", """
                            scenarios:
                              - name: holds
                                given: { bronze.prices: { schema: "id INT, price DECIMAL(10,2)", rows: [[1, 1.10], [2, 2.20]] } }
                                run: { notebook: pipelines/make.sql, parameters: { least: 1 } }
                                then: { silver.prices: { rows: [{id: 2, price: 2.20}], key: id } }
                              - name: does not hold
                                given: { bronze.prices: { schema: "id INT, price DECIMAL(10,2)", rows: [[1, 1.10], [2, 2.20]] } }
                                run: { notebook: pipelines/make.sql, parameters: { least: 0 } }
                                then: { silver.prices: { rows: [{id: 2, price: 2.30}], key: id } }
                              - name: fails
                                run: { notebook: pipelines/make.sql, parameters: { least: 0 } }
                                then: { error: bronze }
                            """)
                    .push("main");
            TestedSource source = new TestedSource(fixture.url(), "gitHub", "main", commit);
            SuiteFolders folders = new SuiteFolders(
                    fixture.workTree(),
                    fixture.workTree(),
                    List.of(fixture.workTree().resolve("tests")),
                    List.of(),
                    fixture.workTree().resolve("target/test-classes"));
            Compute compute = Compute.parse("{\"spark_version\": \"17.3.x-scala2.13\", \"num_workers\": 0}");

            RunFacts facts = new DatabricksSuite(fixture.settings(compute), source, folders)
                    .run(folder.resolve("events.jsonl"), lines::add);

            SuiteResult result = EventLog.read(folder.resolve("events.jsonl"));
            assertThat(facts.exitCode()).as("%s", lines).isZero();
            assertThat(result.tests())
                    .as("%s", lines)
                    .extracting(TestResult::status)
                    .containsExactly(TestStatus.PASSED, TestStatus.FAILED, TestStatus.PASSED);
            assertThat(RemoteWorkspace.connect(fixture.login()).names("/Users/admin@localhost/.lakelight"))
                    .isEmpty();
        }
    }
}
