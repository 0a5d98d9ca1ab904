package dev.lakelight.workspace.statement;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.cluster.WarehouseCluster;
import java.util.List;

/** Runs SQL statements. */
public final class StatementRoutes implements Topic {

    private static final String ROOT = "/api/2.0/sql/statements";
    private static final String ONE = ROOT + "/{statement_id}";

    private final Statements statements;

    /** Run statements on a warehouse. */
    public StatementRoutes(WarehouseCluster warehouse) {
        this.statements = new Statements(warehouse);
    }

    @Override
    public List<Route> routes() {
        return Routes.of("databrickssql")
                .post(ROOT, "executeStatement", this::execute)
                .get(ONE, "getStatement", request -> ApiResponse.json(StatementAnswer.of(statement(request))))
                .get(ONE + "/result/chunks/{chunk_index}", "getStatementResultChunk", this::chunk)
                .post(ONE + "/cancel", "cancelStatement", this::cancel)
                .list();
    }

    private ApiResponse execute(ApiRequest request) {
        StatementRequest asked = StatementRequest.of(request.parameters());
        StatementRun run = statements.run(asked.order(), request.caller(), asked.mayBeCut());
        boolean isOver = asked.patience().isZero() || run.await(asked.patience());

        if (!isOver && asked.cancelsWhenLate()) {
            run.cancel();
        }

        return ApiResponse.json(StatementAnswer.of(run));
    }

    private StatementRun statement(ApiRequest request) {
        return statements.get(request.pathParameter("statement_id"), request.caller());
    }

    private ApiResponse chunk(ApiRequest request) {
        StatementRun run = statement(request);
        String index = request.pathParameter("chunk_index");

        if (!index.matches("\\d{1,6}")) {
            throw ApiErrors.wrongType("chunk_index", "a whole number");
        }

        return ApiResponse.json(run.result()
                .map(result -> StatementAnswer.chunk(run.id(), result, Integer.parseInt(index)))
                .orElseThrow(() -> ApiErrors.invalidState(
                        "The statement %s is %s and has no result.".formatted(run.id(), run.state()))));
    }

    private ApiResponse cancel(ApiRequest request) {
        statement(request).cancel();
        return ApiResponse.done();
    }
}
