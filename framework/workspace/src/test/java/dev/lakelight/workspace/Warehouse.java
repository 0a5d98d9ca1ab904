package dev.lakelight.workspace;

import com.databricks.sdk.service.sql.ExecuteStatementRequest;
import com.databricks.sdk.service.sql.ListWarehousesRequest;
import com.databricks.sdk.service.sql.StatementResponse;
import com.databricks.sdk.service.sql.StatementState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.awaitility.Awaitility;

/** The warehouse of a workspace, asked by one of its users. */
record Warehouse(RunningCluster cluster) {

    String id() {
        return cluster.user()
                .warehouses()
                .list(new ListWarehousesRequest())
                .iterator()
                .next()
                .getId();
    }

    ExecuteStatementRequest statement(String sql) {
        return new ExecuteStatementRequest()
                .setWarehouseId(id())
                .setStatement(sql)
                .setWaitTimeout("50s");
    }

    /** Run one until it is over: the first one waits for the warehouse to start. */
    StatementResponse run(ExecuteStatementRequest request) {
        StatementResponse response = cluster.user().statementExecution().executeStatement(request);

        if (isOver(response.getStatus().getState())) {
            return response;
        }

        Awaitility.await(request.getStatement())
                .atMost(Duration.ofMinutes(3))
                .until(() -> isOver(state(response.getStatementId())));
        return cluster.user().statementExecution().getStatement(response.getStatementId());
    }

    StatementState state(String id) {
        return cluster.user().statementExecution().getStatement(id).getStatus().getState();
    }

    private static boolean isOver(StatementState state) {
        return state != StatementState.PENDING && state != StatementState.RUNNING;
    }

    static List<List<String>> rows(StatementResponse response) {
        List<List<String>> rows = new ArrayList<>();

        for (Collection<String> row : response.getResult().getDataArray()) {
            rows.add(new ArrayList<>(row));
        }

        return rows;
    }
}
