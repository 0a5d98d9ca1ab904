package dev.lakelight.workspace.statement;

import dev.lakelight.workspace.api.ApiHandler;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.cluster.WarehouseCluster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells of the one warehouse, starts and stops it. */
public final class WarehouseRoutes implements Topic {

    private static final String ROOT = "/api/2.0/sql/warehouses";
    private static final String ONE = ROOT + "/{id}";

    private final WarehouseCluster warehouse;

    /** Serve a warehouse. */
    public WarehouseRoutes(WarehouseCluster warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public List<Route> routes() {
        return Routes.of("databrickssql")
                .get(ROOT, "listEndpoints", request -> ApiResponse.json(Map.of("warehouses", List.of(details()))))
                .get(ONE, "getEndpoint", this::get)
                .post(ONE + "/start", "startEndpoint", change(warehouse::start))
                .post(ONE + "/stop", "stopEndpoint", change(warehouse::stop))
                .list();
    }

    private ApiResponse get(ApiRequest request) {
        StatementRequest.requireWarehouse(request.pathParameter("id"));
        return ApiResponse.json(details());
    }

    private static ApiHandler change(Consumer<String> change) {
        return request -> {
            StatementRequest.requireWarehouse(request.pathParameter("id"));
            change.accept(request.caller().name());
            return ApiResponse.done();
        };
    }

    private Map<String, Object> details() {
        String state = warehouse.state();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("id", WarehouseCluster.ID);
        details.put("name", WarehouseCluster.NAME);
        details.put("state", state);
        details.put("warehouse_type", "CLASSIC");
        details.put("cluster_size", "2X-Small");
        details.put("auto_stop_mins", WarehouseCluster.IDLE_MINUTES);
        details.put("min_num_clusters", 1);
        details.put("max_num_clusters", 1);
        details.put("num_clusters", state.equals("RUNNING") ? 1 : 0);
        details.put("enable_photon", false);
        details.put("enable_serverless_compute", false);
        return details;
    }
}
