package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job with a for-each task and one that runs another job, on a workspace of this machine. */
class InnerRunsTest {

    private static final String BUNDLE = """
            bundle: { name: shop }
            resources:
              jobs:
                nightly:
                  name: Every night
                  parameters: [ { name: day, default: monday } ]
                  tasks:
                    - task_key: all
                      for_each_task:
                        inputs: "[1, 0, 2]"
                        concurrency: 3
                        task:
                          task_key: one
                          notebook_task: { notebook_path: pipelines/one.sql, base_parameters: { id: "{{input}}" } }
                    - task_key: other
                      run_job_task: { job_id: "${resources.jobs.cleaning.id}", job_parameters: { keep: "7" } }
                cleaning:
                  name: Cleaning
                  parameters: [ { name: keep, default: "1" }, { name: day, default: none } ]
                  tasks:
                    - { task_key: clean, notebook_task: { notebook_path: pipelines/clean.sql } }
            """;

    private static final String TEST = """
            scenarios:
              - name: nightly
                run: { job: databricks.yml#nightly }
                then: { tasks: { all: SUCCESS, other: FAILED } }
            """;

    @TempDir
    Path folder;

    private final List<String> lines = new ArrayList<>();

    private TestResult run(WorkspaceFixture fixture, String commit) {
        ObjectNode cluster = new ObjectMapper()
                .createObjectNode()
                .put("spark_version", "17.3.x-scala2.13")
                .put("num_workers", 0);
        SuiteFolders folders = fixture.suite(List.of("tests"), List.of());
        Path log = folder.resolve("events.jsonl");
        TestedSource source = new TestedSource(fixture.url(), "gitHub", "main", commit);
        new DatabricksSuite(fixture.settings(new Compute.JobCluster(cluster)), source, folders).run(log, lines::add);
        return EventLog.read(log).tests().get(0);
    }

    private static TaskRun task(JobRun run, String key) {
        return run.task(key).orElseThrow();
    }

    private static String message(TaskRun run) {
        return run.problem() == null ? "" : run.problem().message();
    }

    @Test
    void areToldAsOnThisMachine() throws Exception {
        try (WorkspaceFixture fixture = new WorkspaceFixture(folder)) {
            String commit = fixture.write("databricks.yml", BUNDLE)
                    .write(
                            "pipelines/one.sql",
                            "-- Databricks notebook source\nSELECT assert_true(:id > 0, 'no id 0')\n")
                    .write(
                            "pipelines/clean.sql",
                            "-- Databricks notebook source\nSELECT raise_error('kept ' || :keep || ' of ' || :day)\n")
                    .write("tests/a.yml", TEST)
                    .push("main");

            TestResult test = run(fixture, commit);

            assertThat(test.status()).as("%s", lines).isEqualTo(TestStatus.FAILED);
            assertThat(test.problem().message())
                    .startsWith(
                            "[tests/a.yml:2] expected the task 'all' of the job 'Every night' to end with SUCCESS, but it ended with FAILED:\n"
                                    + "1 of 3 iterations did not succeed. The first, one[1]: ")
                    .contains("no id 0")
                    .doesNotContain("'other'");
            JobRun run = test.jobs().get(0);
            assertThat(task(run, "all").iterations())
                    .extracting(TaskRun::key, TaskRun::state)
                    .containsExactly(
                            tuple("one[0]", RunState.SUCCESS),
                            tuple("one[1]", RunState.FAILED),
                            tuple("one[2]", RunState.SUCCESS));
            assertThat(message(task(run, "other"))).isEqualTo("The job 'Cleaning' ended with FAILED.");
            JobRun cleaning = task(run, "other").job();
            assertThat(cleaning.parameters()).isEqualTo(Map.of("keep", "7", "day", "monday"));
            assertThat(message(task(cleaning, "clean"))).contains("kept 7 of monday");
        }
    }
}
