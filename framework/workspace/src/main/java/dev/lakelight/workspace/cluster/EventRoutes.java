package dev.lakelight.workspace.cluster;

import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import dev.lakelight.workspace.api.Parameters;
import dev.lakelight.workspace.permission.PermissionLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers what has happened to a cluster, page by page. */
final class EventRoutes {

    private static final long PAGE = 50;
    private static final long LARGEST_PAGE = 500;
    private static final String OFFSET = "offset";
    private static final String LIMIT = "limit";

    private final Clusters clusters;

    EventRoutes(Clusters clusters) {
        this.clusters = clusters;
    }

    ApiResponse list(ApiRequest request) {
        Parameters parameters = request.parameters();
        ClusterRecord cluster = clusters.parts().store().cluster(parameters.text("cluster_id"));
        clusters.security().require(request.caller(), cluster, PermissionLevel.CAN_ATTACH_TO);
        List<ClusterEvents.Event> events = wanted(cluster, parameters);
        int from = (int) Math.min(
                events.size(), Math.max(0, parameters.optionalNumber(OFFSET).orElse(0)));
        long size = Math.max(1, Math.min(LARGEST_PAGE, size(parameters)));
        int to = (int) Math.min(events.size(), from + size);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("events", events.subList(from, to));
        answer.put("total_count", events.size());

        if (to < events.size()) {
            answer.put("next_page", next(parameters, to, size));
        }

        return ApiResponse.json(answer);
    }

    private static long size(Parameters parameters) {
        return parameters
                .optionalNumber(LIMIT)
                .orElseGet(() -> parameters.optionalNumber("page_size").orElse(PAGE));
    }

    private List<ClusterEvents.Event> wanted(ClusterRecord cluster, Parameters parameters) {
        long from = parameters.optionalNumber("start_time").orElse(0);
        long to = parameters.optionalNumber("end_time").orElse(Long.MAX_VALUE);
        List<String> types = parameters.texts("event_types");
        List<ClusterEvents.Event> events = new ArrayList<>(clusters.parts().events().of(cluster.id(), from, to).stream()
                .filter(event -> types.isEmpty() || types.contains(event.type().name()))
                .toList());

        if (parameters.optionalText("order").orElse("DESC").equals("ASC")) {
            Collections.reverse(events);
        }

        return events;
    }

    /** What clients send to get the next page. */
    private static Map<String, Object> next(Parameters parameters, int offset, long size) {
        Map<String, Object> next = new LinkedHashMap<>();
        parameters.values().properties().forEach(each -> next.put(each.getKey(), each.getValue()));
        next.put(OFFSET, offset);
        next.put(LIMIT, size);
        return next;
    }
}
