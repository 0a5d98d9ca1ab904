package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.service.sql.CancelExecutionRequest;
import com.databricks.sdk.service.sql.ColumnInfo;
import com.databricks.sdk.service.sql.ColumnInfoTypeName;
import com.databricks.sdk.service.sql.Disposition;
import com.databricks.sdk.service.sql.EndpointInfo;
import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.ExecuteStatementRequestOnWaitTimeout;
import com.databricks.sdk.service.sql.Format;
import com.databricks.sdk.service.sql.ResultData;
import com.databricks.sdk.service.sql.ServiceErrorCode;
import com.databricks.sdk.service.sql.StatementParameterListItem;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import com.databricks.sdk.service.workspace.Language;
import dev.lakelight.result.ModuleRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** SQL statements, asked for by the official SDK, on the warehouse; notebooks run beside them on another driver. */
@Execution(ExecutionMode.SAME_THREAD)
class StatementTest {

    private static RunningCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = new RunningCluster();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static ExecuteStatementRequest statement(String sql) {
        return new ExecuteStatementRequest()
                .setWarehouseId(warehouse())
                .setStatement(sql)
                .setWaitTimeout("50s");
    }

    private static String warehouse() {
        EndpointInfo found = cluster.user()
                .warehouses()
                .list(new com.databricks.sdk.service.sql.ListWarehousesRequest())
                .iterator()
                .next();
        return found.getId();
    }

    /** The first one waits for the warehouse to start. */
    private static StatementResponse run(ExecuteStatementRequest request) {
        StatementResponse response = cluster.user().statementExecution().executeStatement(request);
        Awaitility.await(request.getStatement())
                .atMost(Duration.ofMinutes(3))
                .until(() -> isOver(state(response.getStatementId())));
        return cluster.user().statementExecution().getStatement(response.getStatementId());
    }

    private static StatementState state(String id) {
        return cluster.user().statementExecution().getStatement(id).getStatus().getState();
    }

    private static boolean isOver(StatementState state) {
        return state != StatementState.PENDING && state != StatementState.RUNNING;
    }

    private static List<List<String>> rows(Collection<Collection<String>> data) {
        List<List<String>> rows = new ArrayList<>();
        data.forEach(row -> rows.add(new ArrayList<>(row)));
        return rows;
    }

    @Test
    void findsLoginsAndChangesInTheTableOfTheAuditLog() {
        String path = "/Users/%s/audited %s".formatted(RunningWorkspace.USER, UUID.randomUUID());
        RawClient client =
                RawClient.with(cluster.workspace(), RunningWorkspace.USER_TOKEN).header("User-Agent", "audit test");
        client.send("POST", "/api/2.0/workspace/mkdirs", "{\"path\":\"%s\"}".formatted(path));
        client.send("POST", "/api/2.0/workspace/delete", "{\"path\":\"%s/nothing\"}".formatted(path));

        List<List<String>> found = audited();

        assertThat(found)
                .containsExactly(
                        Arrays.asList("accounts", "tokenLogin", RunningWorkspace.USER, null, "200", null),
                        Arrays.asList("workspace", "mkdirs", RunningWorkspace.USER, path, "200", null),
                        Arrays.asList(
                                "workspace",
                                "delete",
                                RunningWorkspace.USER,
                                path + "/nothing",
                                "404",
                                "Path (%s/nothing) doesn't exist.".formatted(path)));
        client.send("POST", "/api/2.0/workspace/delete", "{\"path\":\"%s\"}".formatted(path));
        assertThat(audited()).hasSize(4).containsAll(found);
        assertThat(rows(run(statement(
                                "SELECT count(*) - count(DISTINCT event_id), max(workspace_id) FROM system.access.audit"))
                        .getResult()
                        .getDataArray()))
                .containsExactly(List.of("0", workspaceId()));
        assertThat(rows(run(statement("""
                        SELECT event_time, user_identity.email, service_name, action_name, request_params, response.status_code
                        FROM system.access.audit WHERE event_date = current_date() ORDER BY event_time DESC
                        """)).getResult().getDataArray()))
                .anySatisfy(row -> assertThat(row)
                        .contains(RunningWorkspace.USER, "mkdirs", "{\"path\":\"%s\"}".formatted(path), "200"));
    }

    /** Whoever reads it adds what is new: the warehouse and the cluster are two drivers. */
    @Test
    void addsEachEventOnceWhenTwoDriversReadTheAuditLogAtOnce() throws Exception {
        RawClient client =
                RawClient.with(cluster.workspace(), RunningWorkspace.USER_TOKEN).header("User-Agent", "audit at once");
        String count =
                "SELECT count(*) FROM system.access.audit WHERE user_agent = 'audit at once' AND action_name = 'mkdirs'";
        String reading =
                cluster.notebook("audit-at-once", Language.SQL, "-- Databricks notebook source\n%s\n".formatted(count));
        run(statement(count));
        int rounds = 4;

        for (int round = 1; round <= rounds; round++) {
            client.send(
                    "POST",
                    "/api/2.0/workspace/mkdirs",
                    "{\"path\":\"/Users/%s/at once %d\"}".formatted(RunningWorkspace.USER, round));
            CompletableFuture<ModuleRun> other = CompletableFuture.supplyAsync(() -> notebookRun(reading));
            StatementResponse here = run(statement(count));

            assertThat(other.get().problem()).isNull();
            assertThat(rows(here.getResult().getDataArray())).containsExactly(List.of(String.valueOf(round)));
        }

        assertThat(rows(run(statement("SELECT count(*) - count(DISTINCT event_id) FROM system.access.audit"))
                        .getResult()
                        .getDataArray()))
                .containsExactly(List.of("0"));
    }

    private static ModuleRun notebookRun(String path) {
        try {
            return cluster.runNotebook(path);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<String>> audited() {
        StatementResponse response = run(statement("""
                SELECT service_name, action_name, user_identity.email, request_params['path'], response.status_code,
                  response.error_message
                FROM System.access.audit WHERE user_agent = 'audit test' ORDER BY CAST(event_id AS BIGINT)
                """));
        assertThat(response.getStatus().getError()).isNull();
        return rows(response.getResult().getDataArray());
    }

    private static String workspaceId() {
        return RawClient.with(cluster.workspace(), RunningWorkspace.USER_TOKEN)
                .get("/api/2.0/preview/scim/v2/Me")
                .header("X-Databricks-Org-Id");
    }

    @Test
    void returnsAllValuesAsTexts() {
        StatementResponse response = run(statement("""
                SELECT 1 AS a, 2L AS a, CAST(1.50 AS DECIMAL(5,2)) AS price, true AS yes, NULL AS nothing, 'x' AS text,
                  DATE'2011-12-09' AS day, TIMESTAMP'2011-12-09 10:11:12.5' AS time, ARRAY(1, 2) AS list,
                  NAMED_STRUCT('b', 1) AS struct, MAP('k', 'v') AS map, X'01ff' AS bytes
                """));

        assertThat(response.getStatus().getState()).isEqualTo(StatementState.SUCCEEDED);
        assertThat(rows(response.getResult().getDataArray()))
                .containsExactly(Arrays.asList(
                        "1",
                        "2",
                        "1.50",
                        "true",
                        null,
                        "x",
                        "2011-12-09",
                        "2011-12-09T10:11:12.500Z",
                        "[1,2]",
                        "{\"b\":1}",
                        "{\"k\":\"v\"}",
                        "Af8="));
        assertThat(response.getManifest().getSchema().getColumns())
                .extracting(ColumnInfo::getTypeName)
                .containsExactly(
                        ColumnInfoTypeName.INT,
                        ColumnInfoTypeName.LONG,
                        ColumnInfoTypeName.DECIMAL,
                        ColumnInfoTypeName.BOOLEAN,
                        ColumnInfoTypeName.NULL,
                        ColumnInfoTypeName.STRING,
                        ColumnInfoTypeName.DATE,
                        ColumnInfoTypeName.TIMESTAMP,
                        ColumnInfoTypeName.ARRAY,
                        ColumnInfoTypeName.STRUCT,
                        ColumnInfoTypeName.MAP,
                        ColumnInfoTypeName.BINARY);
        assertThat(response.getManifest().getSchema().getColumns())
                .element(2)
                .extracting(ColumnInfo::getTypeText, ColumnInfo::getTypePrecision, ColumnInfo::getTypeScale)
                .containsExactly("DECIMAL(5,2)", 5L, 2L);
    }

    @Test
    void seesWhatNotebooksOnOtherDriversHaveMade() throws Exception {
        ModuleRun run = cluster.runNotebook(cluster.notebook("made", Language.SQL, """
                -- Databricks notebook source
                CREATE SCHEMA IF NOT EXISTS gold
                -- COMMAND ----------
                CREATE OR REPLACE TABLE gold.sums AS SELECT 3 AS sum
                """));
        assertThat(run.problem()).isNull();

        StatementResponse inserted = run(statement("INSERT INTO sums VALUES (:sum)")
                .setSchema("gold")
                .setParameters(List.of(new StatementParameterListItem()
                        .setName("sum")
                        .setValue("4")
                        .setType("INT"))));
        assertThat(inserted.getStatus().getState()).isEqualTo(StatementState.SUCCEEDED);

        ModuleRun read = cluster.runNotebook(cluster.notebook(
                "read", Language.SQL, "-- Databricks notebook source\nSELECT sum FROM gold.sums ORDER BY sum"));
        assertThat(read.cells().get(0).output().rows()).containsExactly(List.of("3"), List.of("4"));

        ModuleRun again = cluster.runNotebook(cluster.notebook("again", Language.SQL, """
                -- Databricks notebook source
                DROP TABLE gold.sums
                -- COMMAND ----------
                CREATE TABLE gold.sums AS SELECT 'new' AS word
                """));
        assertThat(again.problem()).isNull();
        assertThat(rows(run(statement("SELECT word FROM gold.sums")).getResult().getDataArray()))
                .containsExactly(List.of("new"));
    }

    @Test
    void cutsResultsAndHandsThemOutInChunks() {
        StatementResponse cut = run(statement("SELECT id FROM range(100)").setRowLimit(3L));
        assertThat(cut.getManifest().getTruncated()).isTrue();
        assertThat(rows(cut.getResult().getDataArray())).containsExactly(List.of("0"), List.of("1"), List.of("2"));

        StatementResponse large = run(statement("SELECT id FROM range(0, 25000, 1, 1)"));
        assertThat(large.getManifest().getTotalChunkCount()).isEqualTo(3);
        assertThat(large.getManifest().getTotalRowCount()).isEqualTo(25_000);
        assertThat(large.getResult().getNextChunkIndex()).isEqualTo(1);
        ResultData last = cluster.user().statementExecution().getStatementResultChunkN(large.getStatementId(), 2L);
        assertThat(last.getRowOffset()).isEqualTo(20_000);
        assertThat(last.getDataArray()).hasSize(5_000);
        assertThat(last.getNextChunkIndex()).isNull();
    }

    @Test
    void tellsWhyAStatementHasFailed() {
        StatementResponse response = run(statement("SELECT * FROM no.where"));

        assertThat(response.getStatus().getState()).isEqualTo(StatementState.FAILED);
        assertThat(response.getStatus().getSqlState()).isEqualTo("42P01");
        assertThat(response.getStatus().getError().getErrorCode()).isEqualTo(ServiceErrorCode.BAD_REQUEST);
        assertThat(response.getStatus().getError().getMessage()).contains("TABLE_OR_VIEW_NOT_FOUND");
    }

    @Test
    void refusesResultsThatAreTooLarge() {
        StatementResponse response = run(statement("SELECT repeat('x', 1000000) FROM range(0, 40, 1, 1)"));

        assertThat(response.getStatus().getState()).isEqualTo(StatementState.FAILED);
        assertThat(response.getStatus().getError().getMessage())
                .isEqualTo(
                        "Inline byte limit exceeded. Statements executed with disposition=INLINE can have a result size of at most 26214400 bytes. Give a row_limit or a byte_limit.");
    }

    @Test
    void cancelsWhatRuns() {
        String endless = "SELECT count(*) FROM range(0, 1000000000000L, 1, 2) WHERE id % 7 = 9";
        StatementResponse begun = cluster.user()
                .statementExecution()
                .executeStatement(statement(endless).setWaitTimeout("0s"));
        Awaitility.await("it runs")
                .atMost(Duration.ofMinutes(2))
                .until(() -> state(begun.getStatementId()) == StatementState.RUNNING);

        cluster.user()
                .statementExecution()
                .cancelExecution(new CancelExecutionRequest().setStatementId(begun.getStatementId()));
        assertThat(state(begun.getStatementId())).isEqualTo(StatementState.CANCELED);

        StatementResponse late = cluster.user()
                .statementExecution()
                .executeStatement(statement(endless)
                        .setWaitTimeout("5s")
                        .setOnWaitTimeout(ExecuteStatementRequestOnWaitTimeout.CANCEL));
        assertThat(late.getStatus().getState()).isEqualTo(StatementState.CANCELED);
        assertThat(run(statement("SELECT 1")).getStatus().getState()).isEqualTo(StatementState.SUCCEEDED);
    }

    @Test
    void refusesWhatItDoesNotHave() {
        WorkspaceClient user = cluster.user();

        assertThatThrownBy(() -> user.statementExecution()
                        .executeStatement(statement("SELECT 1").setWarehouseId("abc")))
                .isInstanceOf(NotFound.class)
                .hasMessage(
                        "The warehouse abc was not found. The local workspace has one, with the id 0000000000000001.");
        assertThatThrownBy(() -> user.statementExecution()
                        .executeStatement(statement("SELECT 1")
                                .setFormat(Format.ARROW_STREAM)
                                .setDisposition(Disposition.EXTERNAL_LINKS)))
                .isInstanceOf(DatabricksError.class)
                .hasMessage(
                        "The local workspace has no results as ARROW_STREAM with the disposition EXTERNAL_LINKS. Use JSON_ARRAY and INLINE.");
        StatementResponse mine = run(statement("SELECT 1"));
        assertThatThrownBy(() -> cluster.other().statementExecution().getStatement(mine.getStatementId()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> user.clusters().get(warehouse()))
                .hasMessage("Cluster %s does not exist".formatted(warehouse()));
    }
}
