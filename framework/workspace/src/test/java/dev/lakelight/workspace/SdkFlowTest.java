package dev.lakelight.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.compute.ListClustersRequest;
import com.databricks.sdk.service.compute.RestartCluster;
import com.databricks.sdk.service.compute.State;
import com.databricks.sdk.service.files.FileInfo;
import com.databricks.sdk.service.files.Put;
import com.databricks.sdk.service.jobs.BaseRun;
import com.databricks.sdk.service.jobs.ListRunsRequest;
import com.databricks.sdk.service.jobs.NotebookTask;
import com.databricks.sdk.service.jobs.RepairRun;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunResultState;
import com.databricks.sdk.service.jobs.SubmitRun;
import com.databricks.sdk.service.jobs.SubmitTask;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.ListWarehousesRequest;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CreateRepoResponse;
import com.databricks.sdk.service.workspace.CreateScope;
import com.databricks.sdk.service.workspace.ExportFormat;
import com.databricks.sdk.service.workspace.ExportRequest;
import com.databricks.sdk.service.workspace.Language;
import com.databricks.sdk.service.workspace.PutSecret;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build does, from the branch to its results, by the official client and with its own ways to wait. */
class SdkFlowTest {

    @TempDir
    Path folder;

    private RunningCluster cluster;
    private WorkspaceClient client;

    private SubmitRun run(String name, String notebook, Map<String, String> parameters) {
        return new SubmitRun()
                .setRunName(name)
                .setTasks(List.of(new SubmitTask()
                        .setTaskKey("only")
                        .setExistingClusterId(cluster.id())
                        .setNotebookTask(
                                new NotebookTask().setNotebookPath(notebook).setBaseParameters(parameters))));
    }

    private String output(Run run) {
        return client.jobs()
                .getRunOutput(run.getTasks().iterator().next().getRunId())
                .getNotebookOutput()
                .getResult();
    }

    private String error(Run run) {
        return client.jobs()
                .getRunOutput(run.getTasks().iterator().next().getRunId())
                .getError();
    }

    @Test
    void runsTheWholeFlow() throws Exception {
        try (GitServer repository = GitServer.in(folder);
                RunningCluster running = new RunningCluster()) {
            cluster = running;
            client = running.user();
            String notebooks = followsTheFeatureBranch(repository);
            keepsWhatItIsGiven(notebooks);
            runsAndTellsWhatIsLeft(notebooks);
            repairsAndCancels();
            tellsRunsInPages();
            answersStatements();
            startsAndEndsClusters();
            assertThat(running.workspace().unknownRequests().list()).isEmpty();
        }
    }

    private String followsTheFeatureBranch(GitServer repository) throws Exception {
        CreateRepoResponse repo = client.repos()
                .create(new CreateRepoRequest().setUrl(repository.url()).setProvider("gitHub"));
        String commit = repository
                .branch("feature/orders")
                .write("gold/orders.scala", """
                        // Databricks notebook source
                        val day = dbutils.widgets.get("day")
                        spark.range(3).write.mode("overwrite").saveAsTable("flow_orders")
                        dbutils.notebook.exit(day + " " + dbutils.secrets.get("flow", "key").length + " " + dbutils.fs.head("dbfs:/flow/in.txt"))
                        """)
                .commitAndPush("Orders", "feature/orders");

        client.repos().update(new UpdateRepoRequest().setRepoId(repo.getId()).setBranch("feature/orders"));

        assertThat(client.repos().get(repo.getId()).getHeadCommitId()).isEqualTo(commit);
        return repo.getPath();
    }

    private void keepsWhatItIsGiven(String notebooks) throws Exception {
        client.secrets().createScope(new CreateScope().setScope("flow"));
        client.secrets()
                .putSecret(new PutSecret().setScope("flow").setKey("key").setStringValue("quail-42"));
        client.dbfs()
                .put(new Put()
                        .setPath("/flow/in.txt")
                        .setContents(Base64.getEncoder().encodeToString("from dbfs".getBytes(UTF_8))));
        assertThat(client.dbfs().list("/flow")).extracting(FileInfo::getPath).containsExactly("/flow/in.txt");

        String exported = client.workspace()
                .export(new ExportRequest().setPath(notebooks + "/gold/orders").setFormat(ExportFormat.SOURCE))
                .getContent();
        String source = new String(Base64.getDecoder().decode(exported), UTF_8);
        assertThat(source).startsWith("// Databricks notebook source\nval day");
        String copy = cluster.notebook("flow-copy", Language.SCALA, source);
        assertThat(client.workspace().getStatus(copy).getLanguage()).isEqualTo(Language.SCALA);
    }

    private void runsAndTellsWhatIsLeft(String notebooks) throws TimeoutException {
        Run run = client.jobs()
                .submit(run("orders", notebooks + "/gold/orders", Map.of("day", "monday")))
                .get();

        assertThat(run.getState().getResultState()).as("%s", error(run)).isEqualTo(RunResultState.SUCCESS);
        assertThat(output(run)).isEqualTo("monday 8 from dbfs");
    }

    private void repairsAndCancels() throws Exception {
        String failing = "-- Databricks notebook source\nSELECT raise_error('not yet')\n";
        String path = cluster.notebook("flow-repaired", Language.SQL, failing);
        Run failed = client.jobs().submit(run("repaired", path, Map.of())).get();
        assertThat(failed.getState().getResultState()).isEqualTo(RunResultState.FAILED);
        assertThat(error(failed)).contains("not yet");
        cluster.notebook("flow-repaired", Language.SQL, failing.replace("raise_error('not yet')", "1"));
        assertThat(client.jobs()
                        .repairRun(new RepairRun().setRunId(failed.getRunId()).setRerunAllFailedTasks(true))
                        .get()
                        .getState()
                        .getResultState())
                .isEqualTo(RunResultState.SUCCESS);

        String slow =
                cluster.notebook("flow-slow", Language.SCALA, "// Databricks notebook source\nThread.sleep(600000)\n");
        long id = client.jobs()
                .submit(run("cancelled", slow, Map.of()))
                .getResponse()
                .getRunId();
        assertThat(client.jobs().cancelRun(id).get().getState().getResultState())
                .isEqualTo(RunResultState.CANCELED);
    }

    private void tellsRunsInPages() {
        assertThat(StreamSupport.stream(
                                client.jobs()
                                        .listRuns(new ListRunsRequest().setLimit(1L))
                                        .spliterator(),
                                false)
                        .map(BaseRun::getRunName))
                .containsExactly("cancelled", "repaired", "orders");
    }

    private void answersStatements() {
        String warehouse = client.warehouses()
                .list(new ListWarehousesRequest())
                .iterator()
                .next()
                .getId();
        String id = client.statementExecution()
                .executeStatement(new ExecuteStatementRequest()
                        .setWarehouseId(warehouse)
                        .setStatement("SELECT count(*) FROM flow_orders")
                        .setWaitTimeout("50s"))
                .getStatementId();
        Awaitility.await("the statement is over")
                .atMost(Duration.ofMinutes(3))
                .until(() -> String.valueOf(client.statementExecution()
                                .getStatement(id)
                                .getStatus()
                                .getState())
                        .equals("SUCCEEDED"));
        assertThat(client.statementExecution().getStatement(id).getResult().getDataArray())
                .singleElement()
                .satisfies(row -> assertThat(row).containsExactly("3"));
    }

    private void startsAndEndsClusters() throws TimeoutException {
        assertThat(client.clusters()
                        .restart(new RestartCluster().setClusterId(cluster.id()))
                        .get()
                        .getState())
                .isEqualTo(State.RUNNING);
        assertThat(client.clusters().delete(cluster.id()).get().getState()).isEqualTo(State.TERMINATED);
        client.clusters().permanentDelete(cluster.id());
        assertThat(client.clusters().list(new ListClustersRequest()))
                .noneMatch(found -> cluster.id().equals(found.getClusterId()));
    }
}
