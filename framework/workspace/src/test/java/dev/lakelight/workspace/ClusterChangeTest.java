package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.databricks.sdk.core.error.platform.InvalidState;
import com.databricks.sdk.service.compute.AutoScale;
import com.databricks.sdk.service.compute.ClusterDetails;
import com.databricks.sdk.service.compute.ClusterEvent;
import com.databricks.sdk.service.compute.EditCluster;
import com.databricks.sdk.service.compute.EventType;
import com.databricks.sdk.service.compute.GetEvents;
import com.databricks.sdk.service.compute.GetEventsOrder;
import com.databricks.sdk.service.compute.ResizeCluster;
import com.databricks.sdk.service.compute.State;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunOutput;
import com.databricks.sdk.service.jobs.RunTask;
import com.databricks.sdk.service.jobs.SparkPythonTask;
import com.databricks.sdk.service.jobs.SqlTask;
import com.databricks.sdk.service.jobs.SqlTaskFile;
import com.databricks.sdk.service.jobs.SubmitRun;
import com.databricks.sdk.service.jobs.SubmitTask;
import com.databricks.sdk.service.workspace.CreateScope;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.PutSecret;
import dev.lakelight.result.ModuleRun;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What becomes of a cluster that is changed while it runs, and job tasks that run files on it. */
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ClusterChangeTest {

    private static RunningCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = new RunningCluster();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static ClusterDetails details() {
        return cluster.user().clusters().get(cluster.id());
    }

    private static List<EventType> events() {
        return StreamSupport.stream(
                        cluster.user()
                                .clusters()
                                .events(new GetEvents()
                                        .setClusterId(cluster.id())
                                        .setOrder(GetEventsOrder.ASC))
                                .spliterator(),
                        false)
                .map(ClusterEvent::getType)
                .toList();
    }

    private static SubmitTask onTheCluster(String key) {
        return new SubmitTask().setTaskKey(key).setExistingClusterId(cluster.id());
    }

    private static Run run(SubmitTask... tasks) throws Exception {
        return cluster.ended(cluster.user()
                .jobs()
                .submit(new SubmitRun().setRunName("files").setTasks(List.of(tasks)))
                .getResponse()
                .getRunId());
    }

    private static Map<String, RunOutput> outputs(Run run) {
        return run.getTasks().stream()
                .collect(Collectors.toMap(
                        RunTask::getTaskKey, task -> cluster.user().jobs().getRunOutput(task.getRunId())));
    }

    private static String file(String name, String text) {
        String path = "/Users/%s/%s".formatted(RunningWorkspace.USER, name);
        assertThat(RawClient.with(cluster.workspace(), RunningWorkspace.USER_TOKEN)
                        .send("POST", "/api/2.0/workspace-files/import-file" + path + "?overwrite=true", text)
                        .status())
                .isEqualTo(200);
        return path;
    }

    @Test
    @Order(1)
    void runsSqlFilesAsTasksOfJobs() throws Exception {
        String path =
                file("sums.sql", "CREATE OR REPLACE TABLE sums AS SELECT 40 + 2 AS sum;\nSELECT sum FROM sums;\n");

        Run run = run(onTheCluster("sql")
                .setSqlTask(new SqlTask().setWarehouseId("0000000000000001").setFile(new SqlTaskFile().setPath(path))));

        assertThat(String.valueOf(run.getState().getResultState())).isEqualTo("SUCCESS");
        ModuleRun read = cluster.runNotebook(
                cluster.notebook("read", Language.SQL, "-- Databricks notebook source\nSELECT * FROM sums"));
        assertThat(read.cells().get(0).output().rows()).containsExactly(List.of("42"));
    }

    @Test
    @Order(2)
    void runsPythonFilesAsTasksOfJobs() throws Exception {
        assumeThat(DriverTest.hasPySpark()).as("a Python that has PySpark").isTrue();
        String path = file("greet.py", "import sys\nprint('hello', sys.argv[1], spark.range(3).count())\n");

        Run run = run(onTheCluster("python")
                .setSparkPythonTask(new SparkPythonTask().setPythonFile(path).setParameters(List.of("ada"))));

        assertThat(String.valueOf(run.getState().getResultState())).isEqualTo("SUCCESS");
        assertThat(outputs(run).get("python").getLogs()).isEqualTo("hello ada 3\n");
    }

    @Test
    @Order(3)
    void isEditedWhileItRuns() throws Exception {
        cluster.user().secrets().createScope(new CreateScope().setScope("shop"));
        cluster.user()
                .secrets()
                .putSecret(new PutSecret().setScope("shop").setKey("password").setStringValue("walrus-99"));
        long before = details().getSparkContextId();

        var unused = cluster.user()
                .clusters()
                .edit(new EditCluster()
                        .setClusterId(cluster.id())
                        .setClusterName("edited")
                        .setSparkVersion("15.4.x-scala2.12")
                        .setAutoscale(new AutoScale().setMinWorkers(0L).setMaxWorkers(4L))
                        .setSparkConf(Map.of(
                                "spark.shop.password", "key {{secrets/shop/password}}!",
                                "spark.sql.shuffle.partitions", "3"))
                        .setSparkEnvVars(Map.of("SHOP_PASSWORD", "{{secrets/shop/password}}")));
        ClusterDetails edited = cluster.await(State.RUNNING);

        assertThat(edited.getState()).isEqualTo(State.RUNNING);
        assertThat(edited.getClusterName()).isEqualTo("edited");
        assertThat(edited.getAutoscale().getMaxWorkers()).isEqualTo(4);
        assertThat(edited.getSparkContextId()).isNotEqualTo(before);
        assertThat(edited.getSparkConf().get("spark.shop.password")).isEqualTo("key {{secrets/shop/password}}!");
        assertThat(events())
                .containsSubsequence(EventType.RUNNING, EventType.EDITED, EventType.RESTARTING, EventType.RUNNING);
        ModuleRun run = cluster.runNotebook(cluster.notebook("settings", Language.SCALA, """
                // Databricks notebook source
                val password = sc.getConf.get("spark.shop.password")
                println("setting " + password)
                println("length " + password.length + " " + sys.env("SHOP_PASSWORD").length)
                println("partitions " + spark.conf.get("spark.sql.shuffle.partitions"))
                """));
        assertThat(run.problem()).isNull();
        assertThat(run.cells().get(0).text())
                .contains("setting key [REDACTED]!", "length 14 9", "partitions 3")
                .doesNotContain("walrus-99");
    }

    @Test
    @Order(4)
    void isResizedWhileItRuns() throws Exception {
        var unused = cluster.user()
                .clusters()
                .resize(new ResizeCluster().setClusterId(cluster.id()).setNumWorkers(1L));
        ClusterDetails resized = cluster.await(State.RUNNING);

        assertThat(resized.getState()).isEqualTo(State.RUNNING);
        assertThat(resized.getNumWorkers()).isEqualTo(1);
        assertThat(resized.getAutoscale()).isNull();
        assertThat(events()).endsWith(EventType.RESIZING, EventType.UPSIZE_COMPLETED);
        ModuleRun run = cluster.runNotebook(cluster.notebook("workers", Language.SCALA, """
                // Databricks notebook source
                val processes = sc.parallelize(1 to 4, 2).map(_ => ProcessHandle.current.pid).distinct.collect
                assert(processes.length == 1 && processes.head != ProcessHandle.current.pid)
                dbutils.notebook.exit(spark.table("sums").count.toString)
                """));
        assertThat(run.problem()).isNull();
        assertThat(run.exitValue()).isEqualTo("1");
    }

    @Test
    @Order(5)
    void isResizedToARangeWithoutAnotherDriver() throws Exception {
        long before = details().getSparkContextId();

        var unused = cluster.user()
                .clusters()
                .resize(new ResizeCluster()
                        .setClusterId(cluster.id())
                        .setAutoscale(new AutoScale().setMinWorkers(1L).setMaxWorkers(8L)));
        ClusterDetails resized = cluster.await(State.RUNNING);

        assertThat(resized.getAutoscale().getMinWorkers()).isEqualTo(1);
        assertThat(resized.getSparkContextId()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void isNotResizedOnceItHasEnded() throws Exception {
        var unusedDeletion = cluster.user().clusters().delete(cluster.id());
        var unused = cluster.await(State.TERMINATED);

        assertThatThrownBy(() -> cluster.user()
                        .clusters()
                        .resize(new ResizeCluster().setClusterId(cluster.id()).setNumWorkers(2L)))
                .isInstanceOf(InvalidState.class)
                .hasMessage(
                        "Cluster %s is in unexpected state Terminated and cannot be resized.".formatted(cluster.id()));
    }
}
