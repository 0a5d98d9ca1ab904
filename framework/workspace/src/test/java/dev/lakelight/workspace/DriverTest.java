package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.error.platform.InvalidState;
import com.databricks.sdk.core.error.platform.PermissionDenied;
import com.databricks.sdk.core.error.platform.ResourceDoesNotExist;
import com.databricks.sdk.mixin.NodeTypeSelector;
import com.databricks.sdk.mixin.SparkVersionSelector;
import com.databricks.sdk.service.compute.ClusterAccessControlRequest;
import com.databricks.sdk.service.compute.ClusterDetails;
import com.databricks.sdk.service.compute.ClusterPermissionLevel;
import com.databricks.sdk.service.compute.ClusterPermissionsRequest;
import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.compute.EventType;
import com.databricks.sdk.service.compute.GetEvents;
import com.databricks.sdk.service.compute.GetEventsOrder;
import com.databricks.sdk.service.compute.ListClustersFilterBy;
import com.databricks.sdk.service.compute.ListClustersRequest;
import com.databricks.sdk.service.compute.RestartCluster;
import com.databricks.sdk.service.compute.State;
import com.databricks.sdk.service.compute.TerminationReasonCode;
import com.databricks.sdk.service.files.Put;
import com.databricks.sdk.service.workspace.AclPermission;
import com.databricks.sdk.service.workspace.CreateScope;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.PutAcl;
import com.databricks.sdk.service.workspace.PutSecret;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskValues;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.ModuleRun.Outcome;
import dev.lakelight.workspace.cluster.ClusterFailure;
import dev.lakelight.workspace.cluster.TaskCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a cluster runs: real notebooks on a driver of its own. The last tests end it. */
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriverTest {

    private static final String SILVER = """
            -- Databricks notebook source
            CREATE WIDGET TEXT run_date DEFAULT '2011-12-01'
            -- COMMAND ----------
            CREATE SCHEMA IF NOT EXISTS silver
            -- COMMAND ----------
            CREATE OR REPLACE TABLE silver.customers AS SELECT 1 AS id, :run_date AS day
            -- COMMAND ----------
            SELECT * FROM silver.customers
            """;

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
        return java.util.stream.StreamSupport.stream(
                        cluster.user()
                                .clusters()
                                .events(new GetEvents()
                                        .setClusterId(cluster.id())
                                        .setLimit(2L)
                                        .setOrder(GetEventsOrder.ASC))
                                .spliterator(),
                        false)
                .map(event -> event.getType())
                .toList();
    }

    @Test
    @Order(1)
    void runsForWhoeverHasMadeIt() {
        ClusterDetails details = details();

        assertThat(details.getState()).isEqualTo(State.RUNNING);
        assertThat(details.getCreatorUserName()).isEqualTo(RunningWorkspace.USER);
        assertThat(details.getClusterName()).isEqualTo("shared");
        assertThat(details.getSparkContextId()).isPositive();
        assertThat(details.getSpec().getNodeTypeId()).isEqualTo("i3.xlarge");
        assertThat(events()).containsExactly(EventType.CREATING, EventType.RUNNING);
    }

    @Test
    @Order(2)
    void runsNotebooksWithTheirParameters() throws Exception {
        String path = cluster.notebook("silver", Language.SQL, SILVER);

        ModuleRun run = cluster.run(new TaskAction.Notebook("/Workspace" + path, Map.of("run_date", "2011-12-09")));

        assertThat(run.problem()).isNull();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.cells()).hasSize(4);
        assertThat(run.cells().get(3).output().rows()).containsExactly(List.of("1", "2011-12-09"));
    }

    @Test
    @Order(3)
    void givesNotebooksTheFilesSecretsAndValuesOfTheWorkspace() throws Exception {
        cluster.user().dbfs().mkdirs("/landing");
        cluster.admin().secrets().createScope(new CreateScope().setScope("shop"));
        cluster.admin().secrets().createScope(new CreateScope().setScope("hidden"));
        cluster.admin()
                .secrets()
                .putSecret(new PutSecret().setScope("shop").setKey("password").setStringValue("s3cr3t-of-shop"));
        cluster.admin()
                .secrets()
                .putSecret(new PutSecret().setScope("hidden").setKey("password").setStringValue("s3cr3t-hidden"));
        cluster.admin()
                .secrets()
                .putAcl(new PutAcl()
                        .setScope("shop")
                        .setPrincipal(RunningWorkspace.USER)
                        .setPermission(AclPermission.READ));
        TaskValues values = new TaskValues();
        values.set("before", "rows", "3");
        String path = cluster.notebook("files", Language.SCALA, """
                // Databricks notebook source
                dbutils.fs.put("/landing/a.txt", "hello")
                println("secret " + dbutils.secrets.get("shop", "password"))
                println("scopes " + dbutils.secrets.listScopes().map(_.name).mkString(","))
                dbutils.jobs.taskValues.set("rows", dbutils.jobs.taskValues.get("before", "rows"))
                println("user " + dbutils.notebook.getContext.tags("user"))
                dbutils.notebook.exit(dbutils.notebook.getContext.tags("clusterId"))
                """);

        ModuleRun run = cluster.run(new TaskAction.Notebook(path, Map.of()), values);

        assertThat(run.problem()).isNull();
        assertThat(run.cells().get(0).text())
                .contains("secret [REDACTED]", "scopes shop", "user " + RunningWorkspace.USER);
        assertThat(run.exitValue()).isEqualTo(cluster.id());
        assertThat(values.find("task", "rows")).contains("3");
        assertThat(cluster.user().dbfs().read("/landing/a.txt").getData()).isEqualTo("aGVsbG8=");
        assertThat(log()).doesNotContain("s3cr3t");
    }

    private static String log() throws IOException {
        return Files.readString(cluster.workspace()
                .stateFolder()
                .resolve("clusters")
                .resolve(cluster.id())
                .resolve("driver.log"));
    }

    @Test
    @Order(4)
    void tellsWhereANotebookHasFailed() throws Exception {
        String path = cluster.notebook("broken", Language.SQL, "-- Databricks notebook source\nSELECT * FROM no.where");

        ModuleRun run = cluster.runNotebook(path);

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.problem().message()).contains("TABLE_OR_VIEW_NOT_FOUND");
    }

    @Test
    @Order(4)
    void saysThatThereIsNoSuchNotebook() {
        assertThatThrownBy(() -> cluster.runNotebook("/Users/nobody/nothing"))
                .hasMessageContaining("Users/nobody/nothing");
    }

    @Test
    @Order(5)
    void runsClassesOfLibraries() throws Exception {
        Path jar = LibraryJar.in(cluster.workspace().stateFolder().resolve("scratch"), "shop.Load", """
                package shop;
                public class Load {
                  public static void main(String[] arguments) {
                    var spark = org.apache.spark.sql.SparkSession.builder().getOrCreate();
                    spark.range(Long.parseLong(arguments[0])).write().saveAsTable("loaded");
                    System.out.println("loaded " + spark.table("loaded").count());
                  }
                }
                """);
        cluster.user()
                .dbfs()
                .put(new Put()
                        .setPath("/libraries/load.jar")
                        .setContents(Base64.getEncoder().encodeToString(Files.readAllBytes(jar))));

        ModuleRun run = cluster.run(
                new TaskAction.Jar("shop.Load", List.of("5")), new TaskValues(), "dbfs:/libraries/load.jar");

        assertThat(run.problem()).isNull();
        assertThat(run.cells().get(0).text()).isEqualTo("loaded 5\n");
    }

    @Test
    @Order(5)
    void saysThatALibraryIsMissing() {
        assertThatThrownBy(() -> cluster.run(
                        new TaskAction.Jar("shop.Load", List.of()), new TaskValues(), "dbfs:/libraries/none.jar"))
                .hasMessage(
                        "The library dbfs:/libraries/none.jar does not exist. Upload it to DBFS, to a volume or to the workspace.");
    }

    @Test
    @Order(6)
    void runsSqlFiles() throws Exception {
        Path file = cluster.workspace()
                .stateFolder()
                .resolve("workspace/Users/%s/sums.sql".formatted(RunningWorkspace.USER));
        Files.writeString(file, "SELECT :a + 1 AS sum;\n");

        ModuleRun run = cluster.run(
                new TaskAction.SqlFile("/Users/%s/sums.sql".formatted(RunningWorkspace.USER), Map.of("a", "2")));

        assertThat(run.problem()).isNull();
        assertThat(run.cells().get(0).output().rows()).hasSize(1);
    }

    @Test
    @Order(6)
    void runsPythonFiles() throws Exception {
        assumeThat(hasPySpark()).as("a Python that has PySpark").isTrue();
        Path file = cluster.workspace()
                .stateFolder()
                .resolve("workspace/Users/%s/hello.py".formatted(RunningWorkspace.USER));
        Files.writeString(file, "import sys\nprint('hello', sys.argv[1])\n");

        ModuleRun run = cluster.run(
                new TaskAction.PythonFile("/Users/%s/hello.py".formatted(RunningWorkspace.USER), List.of("Grace")));

        assertThat(run.problem()).isNull();
        assertThat(run.cells().get(0).text()).isEqualTo("hello Grace\n");
    }

    static boolean hasPySpark() throws Exception {
        try {
            Process python = new ProcessBuilder("python3", "-c", "import pyspark")
                    .redirectErrorStream(true)
                    .start();
            return python.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @Order(7)
    void runsSeveralTasksAtATime() throws Exception {
        String path = cluster.notebook("meet", Language.SCALA, """
                // Databricks notebook source
                val me = dbutils.widgets.get("me")
                val other = dbutils.widgets.get("other")
                dbutils.fs.put("/meeting/" + me, "here", true)
                val end = System.nanoTime + 120L * 1000 * 1000 * 1000
                def isThere = scala.util.Try(dbutils.fs.head("/meeting/" + other)).isSuccess
                while (!isThere && System.nanoTime < end) Thread.sleep(50)
                dbutils.notebook.exit(isThere.toString)
                """);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        try {
            Future<ModuleRun> one = threads.submit(
                    () -> cluster.run(new TaskAction.Notebook(path, Map.of("me", "one", "other", "two"))));
            Future<ModuleRun> two = threads.submit(
                    () -> cluster.run(new TaskAction.Notebook(path, Map.of("me", "two", "other", "one"))));

            assertThat(one.get(5, TimeUnit.MINUTES).exitValue()).isEqualTo("true");
            assertThat(two.get(5, TimeUnit.MINUTES).exitValue()).isEqualTo("true");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    @Order(8)
    void endsATaskWhoseThreadIsInterrupted() throws Exception {
        String path = endless("cancelled");
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                ModuleRun unused = cluster.runNotebook(path);
                end.complete(new AssertionError("it has ended by itself"));
            } catch (Throwable e) {
                end.complete(e);
            }
        });

        thread.start();
        awaitFile("/running/cancelled");
        thread.interrupt();

        assertThat(end.get(2, TimeUnit.MINUTES)).isInstanceOf(InterruptedException.class);
        assertThat(cluster.runNotebook(cluster.notebook("after", Language.SQL, SILVER))
                        .outcome())
                .isEqualTo(Outcome.SUCCEEDED);
    }

    private static String endless(String name) throws IOException {
        return cluster.notebook(name, Language.SCALA, """
                // Databricks notebook source
                dbutils.fs.put("/running/%s", "yes", true)
                while (true) Thread.sleep(100)
                """.formatted(name));
    }

    private static void awaitFile(String path) {
        Awaitility.await(path)
                .atMost(Duration.ofMinutes(2))
                .until(() -> Files.exists(cluster.workspace().stateFolder().resolve("dbfs" + path)));
    }

    @Test
    @Order(10)
    void letsOthersUseItWhenTheyAreAllowedTo() {
        WorkspaceClient other = cluster.other();

        assertThatThrownBy(() -> other.clusters().get(cluster.id()))
                .isInstanceOf(PermissionDenied.class)
                .hasMessage("User %s does not have CAN_ATTACH_TO permission on cluster %s."
                        .formatted(RunningWorkspace.OTHER, cluster.id()));
        assertThat(other.clusters().list(new ListClustersRequest())).isEmpty();

        cluster.user()
                .clusters()
                .updatePermissions(new ClusterPermissionsRequest()
                        .setClusterId(cluster.id())
                        .setAccessControlList(List.of(new ClusterAccessControlRequest()
                                .setUserName(RunningWorkspace.OTHER)
                                .setPermissionLevel(ClusterPermissionLevel.CAN_ATTACH_TO))));

        assertThat(other.clusters().list(new ListClustersRequest()))
                .extracting(ClusterDetails::getClusterId)
                .containsExactly(cluster.id());
        assertThatThrownBy(() -> other.clusters().delete(cluster.id())).isInstanceOf(PermissionDenied.class);
    }

    @Test
    @Order(11)
    void isPinnedByAdministrators() {
        assertThatThrownBy(() -> cluster.user().clusters().pin(cluster.id())).isInstanceOf(PermissionDenied.class);

        cluster.admin().clusters().pin(cluster.id());

        ListClustersRequest pinned =
                new ListClustersRequest().setFilterBy(new ListClustersFilterBy().setIsPinned(true));
        assertThat(cluster.user().clusters().list(pinned)).hasSize(1);
        cluster.admin().clusters().unpin(cluster.id());
        assertThat(cluster.user().clusters().list(pinned)).isEmpty();
        assertThat(events()).contains(EventType.PINNED, EventType.UNPINNED);
    }

    @Test
    @Order(12)
    void saysWhatCannotBe() {
        WorkspaceClient user = cluster.user();

        assertThatThrownBy(() -> user.clusters().get("0101-000000-nothing"))
                .isInstanceOf(ResourceDoesNotExist.class)
                .hasMessage("Cluster 0101-000000-nothing does not exist");
        assertThatThrownBy(() -> user.clusters().start(cluster.id()))
                .isInstanceOf(InvalidState.class)
                .hasMessage("Cluster %s is in unexpected state Running and cannot be started.".formatted(cluster.id()));
        assertThatThrownBy(() -> user.clusters().create(new CreateCluster().setSparkVersion("x")))
                .hasMessage("Missing required field: num_workers");
        assertThatThrownBy(() ->
                        user.clusters().create(RunningCluster.embedded("idle").setAutoterminationMinutes(3L)))
                .hasMessage("autotermination_minutes is 3, but must be 0 or from 10 to 10000.");
        assertThatThrownBy(() ->
                        user.clusters().create(RunningCluster.embedded("policy").setPolicyId("abc")))
                .hasMessage("The local workspace has no 'policy_id'. Leave it out.");
    }

    @Test
    @Order(13)
    void isTerminatedWithTheReasonWhenItCannotStart() {
        String id = cluster.user()
                .clusters()
                .create(RunningCluster.embedded("no secret")
                        .setSparkConf(Map.of("spark.shop.password", "{{secrets/hidden/password}}")))
                .getResponse()
                .getClusterId();

        var unused = cluster.await(id, State.TERMINATED);
        ClusterDetails failed = java.util.stream.StreamSupport.stream(
                        cluster.user()
                                .clusters()
                                .list(new ListClustersRequest())
                                .spliterator(),
                        false)
                .filter(details -> details.getClusterName().equals("no secret"))
                .findFirst()
                .orElseThrow();
        assertThat(failed.getTerminationReason().getCode()).isEqualTo(TerminationReasonCode.SPARK_STARTUP_FAILURE);
        assertThat(failed.getStateMessage())
                .isEqualTo(
                        "A setting of the cluster refers to the secret hidden/password, which does not exist or which grace@example.org may not read.");
    }

    @Test
    @Order(14)
    void isListedPageByPage() {
        assertThat(cluster.user().clusters().list(new ListClustersRequest().setPageSize(1L)))
                .extracting(ClusterDetails::getClusterName)
                .containsExactly("shared", "no secret");
        assertThat(cluster.user()
                        .clusters()
                        .list(new ListClustersRequest()
                                .setFilterBy(new ListClustersFilterBy().setClusterStates(List.of(State.TERMINATED)))))
                .extracting(ClusterDetails::getClusterName)
                .containsExactly("no secret");
    }

    @Test
    @Order(14)
    void leavesItsChangesInTheAuditLog() {
        assertThat(cluster.workspace().auditLog().after(0, 10_000))
                .filteredOn(event -> event.serviceName().equals("clusters"))
                .filteredOn(event -> event.actionName().equals("create"))
                .first()
                .satisfies(event -> {
                    assertThat(event.userName()).isEqualTo(RunningWorkspace.USER);
                    assertThat(event.requestParams()).isEqualTo(Map.of("cluster_name", "shared"));
                });
    }

    @Test
    @Order(14)
    void tellsOfTheMachineAndOfSpark() {
        assertThat(cluster.user().clusters().listNodeTypes().getNodeTypes()).hasSize(1);
        assertThat(cluster.user().clusters().sparkVersions().getVersions())
                .allSatisfy(version -> assertThat(version.getName()).matches(".*Apache Spark \\d+\\.\\d+\\.\\d+.*"));
        assertThat(cluster.user().clusters().selectSparkVersion(new SparkVersionSelector().withLongTermSupport()))
                .isNotEmpty();
        assertThat(cluster.user().clusters().selectNodeType(new NodeTypeSelector()))
                .isEqualTo("local");
    }

    @Test
    @Order(20)
    void keepsTablesWhenItIsRestarted() throws Exception {
        long before = details().getSparkContextId();

        var unused = cluster.user().clusters().restart(new RestartCluster().setClusterId(cluster.id()));
        ClusterDetails after = cluster.await(State.RUNNING);

        assertThat(after.getSparkContextId()).isNotEqualTo(before);
        ModuleRun run = cluster.runNotebook(cluster.notebook(
                "read", Language.SQL, "-- Databricks notebook source\nSELECT count(*) FROM silver.customers"));
        assertThat(run.problem()).isNull();
        assertThat(run.cells().get(0).output().rows()).containsExactly(List.of("1"));
    }

    @Test
    @Order(21)
    void failsWhatRunsWhenTheDriverIsKilled() throws Exception {
        String path = endless("killed");
        CyclicBarrier started = new CyclicBarrier(2);
        ExecutorService threads = Executors.newSingleThreadExecutor();

        try {
            Future<ModuleRun> run = threads.submit(() -> {
                started.await();
                return cluster.runNotebook(path);
            });
            started.await();
            awaitFile("/running/killed");
            assertThat(DriverProcesses.of(cluster.id())).hasSize(1).allMatch(ProcessHandle::destroyForcibly);

            assertThatThrownBy(() -> run.get(2, TimeUnit.MINUTES))
                    .hasCauseInstanceOf(ClusterFailure.class)
                    .hasMessageContaining(
                            "The driver of the cluster %s has ended with exit code 137.".formatted(cluster.id()));
        } finally {
            threads.shutdownNow();
        }

        ClusterDetails details = cluster.await(State.TERMINATED);
        assertThat(details.getTerminationReason().getCode()).isEqualTo(TerminationReasonCode.DRIVER_UNREACHABLE);
        assertThat(details.getStateMessage()).contains("has ended with exit code 137");
        assertThat(events()).contains(EventType.TERMINATING);
    }

    @Test
    @Order(22)
    void isStartedForTasksAndTerminatedWhenItIsIdle() throws Exception {
        assertThat(cluster.runNotebook(cluster.notebook("again", Language.SQL, SILVER))
                        .outcome())
                .isEqualTo(Outcome.SUCCEEDED);
        assertThat(details().getState()).isEqualTo(State.RUNNING);

        cluster.clock().move(Duration.ofMinutes(61));

        ClusterDetails details = cluster.await(State.TERMINATED);
        assertThat(details.getTerminationReason().getCode()).isEqualTo(TerminationReasonCode.INACTIVITY);
        assertThat(details.getStateMessage()).isEqualTo("Terminated after 60 minutes without work.");
        assertThat(DriverProcesses.of(cluster.id())).isEmpty();
    }

    @Test
    @Order(23)
    void makesClustersForRunsWithExecutorProcesses() throws Exception {
        String id;

        try (TaskCluster made = cluster.workspace()
                .clusters()
                .forRun(
                        new com.fasterxml.jackson.databind.ObjectMapper()
                                .readTree("{\"spark_version\":\"15.4.x-scala2.12\",\"num_workers\":1}"),
                        77,
                        RunningCluster.grace())) {
            id = made.clusterId();
            TaskAttempt attempt = new TaskAttempt(
                    "task",
                    new TaskAction.Notebook(cluster.notebook("on-executors", Language.SCALA, """
                                    // Databricks notebook source
                                    val ids = sc.parallelize(1 to 4, 2).map(_ => ProcessHandle.current.pid).distinct.collect
                                    assert(!ids.contains(ProcessHandle.current.pid))
                                    dbutils.notebook.exit(spark.table("silver.customers").count.toString)
                                    """), Map.of()),
                    new TaskValues(),
                    new TaskAttempt.InJob("1", 2, 3));
            ModuleRun run = made.run(attempt, cluster.place()).run();
            assertThat(run.problem()).isNull();
            assertThat(run.exitValue()).isEqualTo("1");
            assertThat(cluster.user().clusters().get(id).getClusterName()).isEqualTo("job-run-77");
        }

        ClusterDetails details = cluster.await(id, State.TERMINATED);
        assertThat(details.getTerminationReason().getCode()).isEqualTo(TerminationReasonCode.JOB_FINISHED);
        assertThatThrownBy(() -> cluster.user().clusters().start(id))
                .hasMessage("Cluster %s was made for a run, and cannot be started.".formatted(id));
    }

    @Test
    @Order(30)
    void isForgottenWhenItIsDeletedForEver() {
        cluster.user().clusters().permanentDelete(cluster.id());

        assertThatThrownBy(() -> cluster.user().clusters().get(cluster.id())).isInstanceOf(ResourceDoesNotExist.class);
        assertThat(cluster.workspace().stateFolder().resolve("clusters").resolve(cluster.id()))
                .doesNotExist();
    }
}
