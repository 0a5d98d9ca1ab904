package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.workspace.Language;
import dev.lakelight.result.ModuleRun;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The audit log as the table {@code system.access.audit}, read by statements and notebooks. */
@Execution(ExecutionMode.SAME_THREAD)
class AuditTableTest {

    private final RunningCluster cluster = RunningCluster.shared();
    private final Warehouse warehouse = new Warehouse(cluster);

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
        assertThat(Warehouse.rows(warehouse.run(warehouse.statement(
                        "SELECT count(*) - count(DISTINCT event_id), max(workspace_id) FROM system.access.audit"))))
                .containsExactly(List.of("0", workspaceId()));
        assertThat(Warehouse.rows(warehouse.run(warehouse.statement("""
                        SELECT event_time, user_identity.email, service_name, action_name, request_params, response.status_code
                        FROM system.access.audit WHERE event_date = current_date() ORDER BY event_time DESC
                        """))))
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
        warehouse.run(warehouse.statement(count));
        int rounds = 4;

        for (int round = 1; round <= rounds; round++) {
            client.send(
                    "POST",
                    "/api/2.0/workspace/mkdirs",
                    "{\"path\":\"/Users/%s/at once %d\"}".formatted(RunningWorkspace.USER, round));
            CompletableFuture<ModuleRun> other = CompletableFuture.supplyAsync(() -> notebookRun(reading));
            StatementResponse here = warehouse.run(warehouse.statement(count));

            assertThat(other.get().problem()).isNull();
            assertThat(Warehouse.rows(here)).containsExactly(List.of(String.valueOf(round)));
        }

        assertThat(Warehouse.rows(warehouse.run(
                        warehouse.statement("SELECT count(*) - count(DISTINCT event_id) FROM system.access.audit"))))
                .containsExactly(List.of("0"));
    }

    private ModuleRun notebookRun(String path) {
        try {
            return cluster.runNotebook(path);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<List<String>> audited() {
        StatementResponse response = warehouse.run(warehouse.statement("""
                SELECT service_name, action_name, user_identity.email, request_params['path'], response.status_code,
                  response.error_message
                FROM System.access.audit WHERE user_agent = 'audit test' ORDER BY CAST(event_id AS BIGINT)
                """));
        assertThat(response.getStatus().getError()).isNull();
        return Warehouse.rows(response);
    }

    private String workspaceId() {
        return RawClient.with(cluster.workspace(), RunningWorkspace.USER_TOKEN)
                .get("/api/2.0/preview/scim/v2/Me")
                .header("X-Databricks-Org-Id");
    }
}
