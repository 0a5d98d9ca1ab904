package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Clusters, and one with its events. */
final class ClusterPages {

    private ClusterPages() {}

    static ApiResponse list(ApiRequest request, ApiReader api) throws IOException {
        return Html.page("clusters", "Clusters", Map.of("clusters", clusters(api)));
    }

    static List<Cluster> clusters(ApiReader api) throws IOException {
        return Shown.each(api.get("/api/2.1/clusters/list", Map.of()).path("clusters"), Cluster::of);
    }

    static ApiResponse one(ApiRequest request, ApiReader api) throws IOException {
        String id = request.pathParameter("id");
        JsonNode cluster = api.get("/api/2.1/clusters/get", Map.of("cluster_id", id));
        List<Event> events = Shown.each(
                api.post("/api/2.1/clusters/events", Map.of("cluster_id", id)).path("events"), Event::of);
        return Html.page(
                "cluster",
                cluster.path("cluster_name").asText(),
                Map.of("cluster", Cluster.of(cluster), "events", events));
    }

    /**
     * A cluster.
     *
     * @param why its state's message, and the reason of its end
     */
    record Cluster(
            String id,
            String name,
            String state,
            String tone,
            String source,
            String workers,
            String creator,
            String started,
            String why) {

        static Cluster of(JsonNode cluster) {
            String state = cluster.path("state").asText();
            return new Cluster(
                    cluster.path("cluster_id").asText(),
                    cluster.path("cluster_name").asText(),
                    state,
                    Shown.tone(state),
                    cluster.path("cluster_source").asText(),
                    cluster.path("num_workers").asText("0"),
                    cluster.path("creator_user_name").asText(),
                    Shown.time(cluster.path("start_time")),
                    why(cluster));
        }

        private static String why(JsonNode cluster) {
            String code = cluster.path("termination_reason").path("code").asText();
            String message = cluster.path("state_message").asText();
            return code.isEmpty() ? message : code + (message.isEmpty() ? "" : ": " + message);
        }
    }

    private record Event(String time, String type, String details) {

        static Event of(JsonNode event) {
            JsonNode details = event.path("details");
            return new Event(
                    Shown.time(event.path("timestamp")),
                    event.path("type").asText(),
                    details.isEmpty() ? "" : details.toString());
        }
    }
}
