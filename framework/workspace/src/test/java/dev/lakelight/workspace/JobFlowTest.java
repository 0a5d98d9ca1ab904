package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.compute.ClusterSpec;
import com.databricks.sdk.service.jobs.ConditionTask;
import com.databricks.sdk.service.jobs.ConditionTaskOp;
import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.ExportRunRequest;
import com.databricks.sdk.service.jobs.GitProvider;
import com.databricks.sdk.service.jobs.GitSource;
import com.databricks.sdk.service.jobs.JobCluster;
import com.databricks.sdk.service.jobs.NotebookTask;
import com.databricks.sdk.service.jobs.RepairRun;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunNow;
import com.databricks.sdk.service.jobs.RunOutput;
import com.databricks.sdk.service.jobs.RunResultState;
import com.databricks.sdk.service.jobs.RunTask;
import com.databricks.sdk.service.jobs.SubmitRun;
import com.databricks.sdk.service.jobs.SubmitTask;
import com.databricks.sdk.service.jobs.Task;
import com.databricks.sdk.service.jobs.TaskDependency;
import com.databricks.sdk.service.workspace.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Jobs on real drivers: notebooks read and write Delta tables, fail, are cancelled and repaired. */
@Execution(ExecutionMode.SAME_THREAD)
class JobFlowTest {

    private static final String BRONZE = """
            -- Databricks notebook source
            CREATE SCHEMA IF NOT EXISTS bronze
            -- COMMAND ----------
            CREATE OR REPLACE TABLE bronze.orders AS SELECT 1 AS id, :day AS day
            """;

    private static final String VALUE = """
            // Databricks notebook source
            val rows = spark.table("bronze.orders").count()
            dbutils.jobs.taskValues.set("rows", rows)
            dbutils.notebook.exit("rows: " + rows)
            """;

    private static final String FAILING = """
            -- Databricks notebook source
            SELECT raise_error('the rows of ' || :day || ' are <missing>')
            """;

    private static final RunningCluster cluster = RunningCluster.shared();

    private static WorkspaceClient client() {
        return cluster.user();
    }

    private static Task notebook(String key, String path) {
        return new Task()
                .setTaskKey(key)
                .setExistingClusterId(cluster.id())
                .setNotebookTask(
                        new NotebookTask().setNotebookPath(path).setBaseParameters(Map.of("day", "2011-12-09")));
    }

    private static TaskDependency on(String key) {
        return new TaskDependency().setTaskKey(key);
    }

    private static Run run(CreateJob job, Task... tasks) {
        long id = client().jobs().create(job.setTasks(List.of(tasks))).getJobId();
        return cluster.ended(
                client().jobs().runNow(new RunNow().setJobId(id)).getResponse().getRunId());
    }

    private static RunTask task(Run run, String key) {
        return run.getTasks().stream()
                .filter(task -> task.getTaskKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static RunOutput output(Run run, String key) {
        return client().jobs().getRunOutput(task(run, key).getRunId());
    }

    @Test
    void passesTablesAndValuesFromTaskToTask() throws IOException {
        String bronze = cluster.notebook("job-bronze", Language.SQL, BRONZE);
        String value = cluster.notebook("job-value", Language.SCALA, VALUE);
        Task check = new Task()
                .setTaskKey("check")
                .setDependsOn(List.of(on("value")))
                .setConditionTask(new ConditionTask()
                        .setOp(ConditionTaskOp.GREATER_THAN)
                        .setLeft("{{tasks.value.values.rows}}")
                        .setRight("0"));

        Run run = run(
                new CreateJob().setName("flow"),
                notebook("bronze", bronze),
                notebook("value", value).setDependsOn(List.of(on("bronze"))),
                check);

        assertThat(run.getState().getStateMessage()).isEmpty();
        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
        assertThat(output(run, "value").getNotebookOutput().getResult()).isEqualTo("rows: 1");
        assertThat(task(run, "check").getConditionTask().getOutcome()).isEqualTo("true");
        assertThat(task(run, "bronze").getClusterInstance().getClusterId()).isEqualTo(cluster.id());
        assertThat(client().jobs()
                        .exportRun(new ExportRunRequest()
                                .setRunId(task(run, "bronze").getRunId()))
                        .getViews()
                        .iterator()
                        .next()
                        .getContent())
                .contains("CREATE OR REPLACE TABLE bronze.orders AS SELECT 1 AS id, :day AS day");
    }

    @Test
    void tellsTheErrorOfANotebookAndRepairsItsRun() throws IOException {
        String failing = cluster.notebook("job-failing", Language.SQL, FAILING);
        String bronze = cluster.notebook("job-repaired", Language.SQL, BRONZE);

        Run run = run(
                new CreateJob().setName("repaired"),
                notebook("first", failing),
                notebook("second", bronze).setDependsOn(List.of(on("first"))));

        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.FAILED);
        assertThat(output(run, "first").getError()).contains("the rows of 2011-12-09 are <missing>");
        String mended = cluster.notebook("job-failing", Language.SQL, BRONZE);
        assertThat(mended).isEqualTo(failing);
        var unused = client().jobs()
                .repairRun(new RepairRun().setRunId(run.getRunId()).setRerunAllFailedTasks(true));
        assertThat(cluster.ended(run.getRunId()).getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
    }

    @Test
    void cancelsANotebookThatGoesOn() throws IOException {
        String slow = cluster.notebook("job-slow", Language.SCALA, """
                // Databricks notebook source
                Thread.sleep(600000)
                """);
        long id = client().jobs()
                .create(new CreateJob().setName("slow").setTasks(List.of(notebook("slow", slow))))
                .getJobId();
        long runId =
                client().jobs().runNow(new RunNow().setJobId(id)).getResponse().getRunId();
        Awaitility.await("the task runs")
                .atMost(Duration.ofMinutes(1))
                .until(() -> String.valueOf(task(client().jobs().getRun(runId), "slow")
                                .getState()
                                .getLifeCycleState())
                        .equals("RUNNING"));

        client().jobs().cancelRun(runId);

        assertThat(cluster.ended(runId).getState().getResultState()).isEqualTo(RunResultState.CANCELED);
    }

    @Test
    void runsANotebookOfARepositoryOnAClusterOfItsOwn(@TempDir Path folder) throws Exception {
        try (GitServer server = GitServer.in(folder)) {
            server.write("silver/orders.sql", BRONZE).commitAndPush("Orders", "main");
            ClusterSpec small = new ClusterSpec()
                    .setSparkVersion("15.4.x-scala2.12")
                    .setNodeTypeId("i3.xlarge")
                    .setNumWorkers(0L);
            NotebookTask orders =
                    new NotebookTask().setNotebookPath("silver/orders").setBaseParameters(Map.of("day", "monday"));

            Run run = cluster.ended(client().jobs()
                    .submit(new SubmitRun()
                            .setRunName("from git")
                            .setGitSource(new GitSource()
                                    .setGitUrl(server.url())
                                    .setGitProvider(GitProvider.GIT_HUB)
                                    .setGitBranch("main"))
                            .setTasks(List.of(new SubmitTask()
                                    .setTaskKey("orders")
                                    .setNewCluster(small)
                                    .setNotebookTask(orders))))
                    .getResponse()
                    .getRunId());

            assertThat(run.getState().getStateMessage()).isEmpty();
            assertThat(run.getState().getResultState()).isEqualTo(RunResultState.SUCCESS);
            String used = task(run, "orders").getClusterInstance().getClusterId();
            assertThat(used).isNotEqualTo(cluster.id());
            Awaitility.await("the cluster of the run is gone")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> String.valueOf(client().clusters().get(used).getState())
                            .equals("TERMINATED"));
        }
    }

    /** As build servers do: the notebook is a file of theirs, which is imported under its whole name and run at once. */
    @Test
    void runsNotebooksThatWereImportedUnderTheNamesOfTheirFiles() throws IOException {
        String make = cluster.notebook(
                "answer.sql",
                Language.SQL,
                "-- Databricks notebook source\nCREATE OR REPLACE TABLE answers AS SELECT :n + 2 AS n\n");
        String tell = cluster.notebook("answer.scala", Language.SCALA, """
                // Databricks notebook source
                dbutils.notebook.exit(spark.table("answers").head.get(0).toString)
                """);

        Run run = cluster.ended(client().jobs()
                .submit(new SubmitRun()
                        .setRunName("local")
                        .setTasks(List.of(
                                onCluster("make", make, Map.of("n", "40")),
                                onCluster("tell", tell, Map.of()).setDependsOn(List.of(on("make"))))))
                .getResponse()
                .getRunId());

        assertThat(run.getState().getStateMessage()).isEmpty();
        assertThat(output(run, "tell").getNotebookOutput().getResult()).isEqualTo("42");
    }

    private static SubmitTask onCluster(String key, String path, Map<String, String> parameters) {
        return new SubmitTask()
                .setTaskKey(key)
                .setExistingClusterId(cluster.id())
                .setNotebookTask(new NotebookTask().setNotebookPath(path).setBaseParameters(parameters));
    }

    @Test
    void failsTheRunWhenItsDriverDies() throws IOException {
        String deadly = cluster.notebook("job-deadly", Language.SCALA, """
                // Databricks notebook source
                Runtime.getRuntime.halt(9)
                """);
        Task task = new Task()
                .setTaskKey("deadly")
                .setJobClusterKey("own")
                .setNotebookTask(new NotebookTask().setNotebookPath(deadly));

        Run run = run(
                new CreateJob()
                        .setName("deadly")
                        .setJobClusters(List.of(new JobCluster()
                                .setJobClusterKey("own")
                                .setNewCluster(new ClusterSpec()
                                        .setSparkVersion("15.4.x-scala2.12")
                                        .setNodeTypeId("i3.xlarge")
                                        .setNumWorkers(0L)))),
                task);

        assertThat(run.getState().getResultState()).isEqualTo(RunResultState.FAILED);
        assertThat(String.valueOf(
                        task(run, "deadly").getStatus().getTerminationDetails().getCode()))
                .isEqualTo("DRIVER_ERROR");
    }
}
