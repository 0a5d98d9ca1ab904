package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.ApiHandler;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.permission.PermissionLevel;
import java.util.List;
import java.util.Map;

/** What changes clusters. */
final class ClusterRoutes implements Topic {

    static final List<String> VERSIONS = List.of("/api/2.0/clusters", "/api/2.1/clusters");

    private static final String WORKERS = "num_workers";
    private static final String AUTOSCALE = "autoscale";

    private final Clusters clusters;

    ClusterRoutes(Clusters clusters) {
        this.clusters = clusters;
    }

    @Override
    public List<Route> routes() {
        Routes routes = Routes.of("clusters");
        VERSIONS.forEach(root -> routes.post(root + "/create", "create", this::create)
                .post(root + "/edit", "edit", this::edit)
                .post(root + "/resize", "resize", this::resize)
                .post(root + "/start", "start", this::start)
                .post(root + "/restart", "restart", this::restart)
                .post(root + "/delete", "delete", this::terminate)
                .post(root + "/permanent-delete", "permanentDelete", this::delete));
        routes.forAdmins();
        VERSIONS.forEach(
                root -> routes.post(root + "/pin", "pin", pin(true)).post(root + "/unpin", "unpin", pin(false)));
        return routes.list();
    }

    private ApiResponse create(ApiRequest request) {
        ClusterSpecification specification =
                ClusterSpecification.of(request.parameters().values());
        String user = request.caller().name();
        ClusterLife made = clusters.create(specification, ClusterRecord.OF_API, user);
        return ApiResponse.json(Map.of("cluster_id", made.id()));
    }

    private ApiResponse edit(ApiRequest request) {
        ClusterRecord cluster = allPurpose(request, "edited");
        ObjectNode values = request.parameters().values().deepCopy();
        values.remove("cluster_id");
        clusters.life(cluster.id())
                .edit(ClusterSpecification.of(values), request.caller().name());
        return ApiResponse.done();
    }

    private ApiResponse resize(ApiRequest request) {
        ClusterRecord cluster = cluster(request, PermissionLevel.CAN_MANAGE);
        Parameters parameters = request.parameters();
        String field = parameters.has(AUTOSCALE) ? AUTOSCALE : WORKERS;

        if (!parameters.has(field)) {
            throw ApiErrors.missingParameter(WORKERS);
        }

        ObjectNode values = cluster.specification().deepCopy();
        values.remove(List.of(AUTOSCALE, WORKERS));
        values.set(field, parameters.values().get(field));
        clusters.life(cluster.id())
                .resize(ClusterSpecification.of(values), request.caller().name());
        return ApiResponse.done();
    }

    private ApiResponse start(ApiRequest request) {
        ClusterRecord cluster = cluster(request, PermissionLevel.CAN_RESTART);

        if (cluster.isOfJob()) {
            throw ofJob(cluster, "started");
        }

        clusters.life(cluster.id()).start(EventType.STARTING, request.caller().name());
        return ApiResponse.done();
    }

    private ApiResponse restart(ApiRequest request) {
        ClusterRecord cluster = cluster(request, PermissionLevel.CAN_RESTART);
        clusters.life(cluster.id()).restart(request.caller().name());
        return ApiResponse.done();
    }

    private ApiResponse terminate(ApiRequest request) {
        ClusterRecord cluster = cluster(request, PermissionLevel.CAN_RESTART);
        clusters.life(cluster.id())
                .terminate(Termination.byUser(request.caller().name()));
        return ApiResponse.done();
    }

    private ApiResponse delete(ApiRequest request) {
        ClusterRecord cluster = cluster(request, PermissionLevel.CAN_MANAGE);

        try {
            clusters.delete(cluster.id(), request.caller().name());
            return ApiResponse.done();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiErrors.invalidState("Cluster %s is still being terminated.".formatted(cluster.id()));
        }
    }

    private ApiHandler pin(boolean pinned) {
        return request -> {
            ClusterRecord cluster = cluster(request, PermissionLevel.CAN_MANAGE);
            clusters.parts().store().pin(cluster.id(), pinned);
            clusters.parts()
                    .events()
                    .add(
                            cluster.id(),
                            pinned ? EventType.PINNED : EventType.UNPINNED,
                            Map.of("user", request.caller().name()));
            return ApiResponse.done();
        };
    }

    private ClusterRecord allPurpose(ApiRequest request, String verb) {
        ClusterRecord cluster = cluster(request, PermissionLevel.CAN_MANAGE);

        if (cluster.isOfJob()) {
            throw ofJob(cluster, verb);
        }

        return cluster;
    }

    private static RuntimeException ofJob(ClusterRecord cluster, String verb) {
        return ApiErrors.invalid("Cluster %s was made for a run, and cannot be %s.".formatted(cluster.id(), verb));
    }

    private ClusterRecord cluster(ApiRequest request, PermissionLevel needed) {
        ClusterRecord cluster =
                clusters.parts().store().cluster(request.parameters().text("cluster_id"));
        clusters.security().require(request.caller(), cluster, needed);
        return cluster;
    }
}
