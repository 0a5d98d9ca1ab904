package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.core.error.platform.NotFound;
import com.databricks.sdk.service.catalog.VolumeInfo;
import com.databricks.sdk.service.files.UploadRequest;
import com.databricks.sdk.service.sql.CancelExecutionRequest;
import com.databricks.sdk.service.sql.ColumnInfo;
import com.databricks.sdk.service.sql.ColumnInfoTypeName;
import com.databricks.sdk.service.sql.Disposition;
import com.databricks.sdk.service.sql.ExecuteStatementRequestOnWaitTimeout;
import com.databricks.sdk.service.sql.Format;
import com.databricks.sdk.service.sql.ResultData;
import com.databricks.sdk.service.sql.ServiceErrorCode;
import com.databricks.sdk.service.sql.StatementParameterListItem;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import com.databricks.sdk.service.workspace.Language;
import dev.lakelight.result.ModuleRun;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** SQL statements, asked for by the official SDK, on the warehouse; notebooks run beside them on another driver. */
@Execution(ExecutionMode.SAME_THREAD)
class StatementTest {

    private final RunningCluster cluster = RunningCluster.shared();
    private final Warehouse warehouse = new Warehouse(cluster);

    @Test
    void returnsAllValuesAsTexts() {
        StatementResponse response = warehouse.run(warehouse.statement("""
                SELECT 1 AS a, 2L AS a, CAST(1.50 AS DECIMAL(5,2)) AS price, true AS yes, NULL AS nothing, 'x' AS text,
                  DATE'2011-12-09' AS day, TIMESTAMP'2011-12-09 10:11:12.5' AS time, ARRAY(1, 2) AS list,
                  NAMED_STRUCT('b', 1) AS struct, MAP('k', 'v') AS map, X'01ff' AS bytes
                """));

        assertThat(response.getStatus().getState()).isEqualTo(StatementState.SUCCEEDED);
        assertThat(Warehouse.rows(response))
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

        StatementResponse inserted = warehouse.run(warehouse
                .statement("INSERT INTO sums VALUES (:sum)")
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
        assertThat(Warehouse.rows(warehouse.run(warehouse.statement("SELECT word FROM gold.sums"))))
                .containsExactly(List.of("new"));
    }

    /** Who ran the statement is not known to the workspace, and who looks first does not become the owner. */
    @Test
    void showsVolumesThatStatementsMake() throws Exception {
        assertThat(warehouse
                        .run(warehouse.statement("CREATE VOLUME made_here"))
                        .getStatus()
                        .getState())
                .isEqualTo(StatementState.SUCCEEDED);
        String volume = "/Volumes/spark_catalog/default/made_here";

        assertThat(cluster.other().volumes().list("spark_catalog", "default"))
                .filteredOn(found -> found.getName().equals("made_here"))
                .extracting(VolumeInfo::getOwner)
                .containsExactly("System user");
        cluster.user()
                .files()
                .upload(new UploadRequest()
                        .setFilePath(volume + "/words.csv")
                        .setContents(new ByteArrayInputStream("red\nblue\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(Warehouse.rows(
                        warehouse.run(warehouse.statement("SELECT * FROM csv.`%s` ORDER BY 1".formatted(volume)))))
                .containsExactly(List.of("blue"), List.of("red"));
        assertThat(cluster.user()
                        .volumes()
                        .read("spark_catalog.default.made_here")
                        .getOwner())
                .isEqualTo("System user");

        warehouse.run(warehouse.statement("DROP VOLUME made_here"));

        assertThatThrownBy(() -> cluster.user().files().getMetadata(volume + "/words.csv"))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void cutsResultsAndHandsThemOutInChunks() {
        StatementResponse cut =
                warehouse.run(warehouse.statement("SELECT id FROM range(100)").setRowLimit(3L));
        assertThat(cut.getManifest().getTruncated()).isTrue();
        assertThat(Warehouse.rows(cut)).containsExactly(List.of("0"), List.of("1"), List.of("2"));

        StatementResponse large = warehouse.run(warehouse.statement("SELECT id FROM range(0, 25000, 1, 1)"));
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
        StatementResponse response = warehouse.run(warehouse.statement("SELECT * FROM no.where"));

        assertThat(response.getStatus().getState()).isEqualTo(StatementState.FAILED);
        assertThat(response.getStatus().getSqlState()).isEqualTo("42P01");
        assertThat(response.getStatus().getError().getErrorCode()).isEqualTo(ServiceErrorCode.BAD_REQUEST);
        assertThat(response.getStatus().getError().getMessage()).contains("TABLE_OR_VIEW_NOT_FOUND");
    }

    @Test
    void refusesResultsThatAreTooLarge() {
        StatementResponse response =
                warehouse.run(warehouse.statement("SELECT repeat('x', 1000000) FROM range(0, 40, 1, 1)"));

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
                .executeStatement(warehouse.statement(endless).setWaitTimeout("0s"));
        Awaitility.await("it runs")
                .atMost(Duration.ofMinutes(2))
                .until(() -> warehouse.state(begun.getStatementId()) == StatementState.RUNNING);

        cluster.user()
                .statementExecution()
                .cancelExecution(new CancelExecutionRequest().setStatementId(begun.getStatementId()));
        assertThat(warehouse.state(begun.getStatementId())).isEqualTo(StatementState.CANCELED);

        StatementResponse late = cluster.user()
                .statementExecution()
                .executeStatement(warehouse
                        .statement(endless)
                        .setWaitTimeout("5s")
                        .setOnWaitTimeout(ExecuteStatementRequestOnWaitTimeout.CANCEL));
        assertThat(late.getStatus().getState()).isEqualTo(StatementState.CANCELED);
        assertThat(warehouse.run(warehouse.statement("SELECT 1")).getStatus().getState())
                .isEqualTo(StatementState.SUCCEEDED);
    }

    @Test
    void refusesWhatItDoesNotHave() {
        WorkspaceClient user = cluster.user();

        assertThatThrownBy(() -> user.statementExecution()
                        .executeStatement(warehouse.statement("SELECT 1").setWarehouseId("abc")))
                .isInstanceOf(NotFound.class)
                .hasMessage(
                        "The warehouse abc was not found. The local workspace has one, with the id 0000000000000001.");
        assertThatThrownBy(() -> user.statementExecution()
                        .executeStatement(warehouse
                                .statement("SELECT 1")
                                .setFormat(Format.ARROW_STREAM)
                                .setDisposition(Disposition.EXTERNAL_LINKS)))
                .isInstanceOf(DatabricksError.class)
                .hasMessage(
                        "The local workspace has no results as ARROW_STREAM with the disposition EXTERNAL_LINKS. Use JSON_ARRAY and INLINE.");
        StatementResponse mine = warehouse.run(warehouse.statement("SELECT 1"));
        assertThatThrownBy(() -> cluster.other().statementExecution().getStatement(mine.getStatementId()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> user.clusters().get(warehouse.id()))
                .hasMessage("Cluster %s does not exist".formatted(warehouse.id()));
    }
}
