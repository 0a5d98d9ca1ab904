package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Paging;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.api.Topic;
import dev.lakelight.workspace.permission.PermissionLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What tells of clusters. */
final class ClusterInfoRoutes implements Topic {

    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private final Clusters clusters;
    private final SparkVersions versions;

    ClusterInfoRoutes(Clusters clusters, SparkVersions versions) {
        this.clusters = clusters;
        this.versions = versions;
    }

    @Override
    public List<Route> routes() {
        Routes routes = Routes.of("clusters");
        EventRoutes events = new EventRoutes(clusters);
        ClusterRoutes.VERSIONS.forEach(root -> routes.get(root + "/get", "get", this::get)
                .get(root + "/list-node-types", "listNodeTypes", this::nodeTypes)
                .get(root + "/spark-versions", "sparkVersions", request -> ApiResponse.json(versions.json()))
                .post(root + "/events", "events", events::list));
        return routes.get("/api/2.0/clusters/list", "list", this::listAll)
                .get("/api/2.1/clusters/list", "list", this::list)
                .list();
    }

    private ApiResponse get(ApiRequest request) {
        ClusterRecord cluster =
                clusters.parts().store().cluster(request.parameters().text("cluster_id"));
        clusters.security().require(request.caller(), cluster, PermissionLevel.CAN_ATTACH_TO);
        return ApiResponse.json(details(cluster));
    }

    private ObjectNode details(ClusterRecord cluster) {
        return ClusterDetails.of(cluster, clusters.parts().machine());
    }

    private ApiResponse nodeTypes(ApiRequest request) {
        return ApiResponse.json(Map.of("node_types", clusters.parts().machine().nodeTypes()));
    }

    private ApiResponse listAll(ApiRequest request) {
        return answer(visible(request).map(this::details).toList(), Optional.empty());
    }

    private ApiResponse list(ApiRequest request) {
        Parameters query = request.parameters();
        List<ObjectNode> found = visible(request)
                .filter(cluster -> isWanted(cluster, query))
                .sorted(ClusterOrder.of(query))
                .map(this::details)
                .toList();
        long size = query.optionalNumber("page_size").orElse(PAGE);
        Paging<ObjectNode> page =
                Paging.of(found, query.optionalText("page_token"), (int) Math.max(1, Math.min(LARGEST_PAGE, size)));
        return answer(page.items(), page.nextToken());
    }

    private static ApiResponse answer(List<ObjectNode> found, Optional<String> next) {
        Map<String, Object> answer = new LinkedHashMap<>();

        if (!found.isEmpty()) {
            answer.put("clusters", found);
        }

        next.ifPresent(token -> answer.put("next_page_token", token));
        return ApiResponse.json(answer);
    }

    private java.util.stream.Stream<ClusterRecord> visible(ApiRequest request) {
        return clusters.parts().store().all().stream()
                .filter(cluster -> !cluster.isWarehouse())
                .filter(cluster ->
                        clusters.security().allows(request.caller(), cluster, PermissionLevel.CAN_ATTACH_TO));
    }

    private static boolean isWanted(ClusterRecord cluster, Parameters query) {
        List<String> states = filter(query, "cluster_states");
        List<String> sources = filter(query, "cluster_sources");
        List<String> pinned = filter(query, "is_pinned");
        return (states.isEmpty() || states.contains(cluster.state().name()))
                && (sources.isEmpty() || sources.contains(cluster.source()))
                && (pinned.isEmpty() || pinned.contains(String.valueOf(cluster.pinned())));
    }

    /** Nested values come as {@code filter_by.name} in queries, once or several times, and as an object in bodies. */
    private static List<String> filter(Parameters query, String name) {
        @Nullable JsonNode value = query.values().get("filter_by." + name);
        JsonNode found = value == null ? query.values().path("filter_by").path(name) : value;
        List<String> texts = new ArrayList<>();

        if (found.isArray()) {
            found.forEach(each -> texts.add(each.asText()));
        } else if (!found.isMissingNode() && !found.isNull()) {
            texts.add(found.asText());
        }

        return texts;
    }
}
