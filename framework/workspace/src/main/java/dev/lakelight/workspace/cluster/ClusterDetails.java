package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.WireJson;
import java.util.Map;

/** Clusters on the wire: what clients have sent, and what is known beside. */
final class ClusterDetails {

    private ClusterDetails() {}

    static ObjectNode of(ClusterRecord cluster, LocalMachine machine) {
        ObjectNode json = cluster.specification().deepCopy();
        json.remove("access_control_list");
        json.remove("idempotency_token");
        json.set("spec", cluster.specification());
        json.put("cluster_id", cluster.id());
        json.put("cluster_source", cluster.source());
        json.put("creator_user_name", cluster.creator());
        json.put("state", cluster.state().name());
        json.put("state_message", cluster.stateMessage());
        json.put("start_time", cluster.startTime());
        json.put("autotermination_minutes", cluster.spec().idleMinutes());
        json.set("default_tags", WireJson.mapper().valueToTree(tags(cluster)));
        putTimes(json, cluster);

        if (cluster.termination() != null) {
            json.set("termination_reason", WireJson.mapper().valueToTree(cluster.termination()));
        }

        if (cluster.state() == ClusterState.RUNNING) {
            json.put("spark_context_id", cluster.sparkContextId());
            json.put("cluster_cores", (double) Math.max(1, cluster.executors()));
            json.put("cluster_memory_mb", machine.executorMegabytes() * (long) Math.max(1, cluster.executors()));
        }

        return json;
    }

    private static void putTimes(ObjectNode json, ClusterRecord cluster) {
        if (cluster.lastRestarted() != null) {
            json.put("last_restarted_time", cluster.lastRestarted());
        }

        if (cluster.terminated() != null) {
            json.put("terminated_time", cluster.terminated());
        }
    }

    private static Map<String, String> tags(ClusterRecord cluster) {
        return Map.of(
                "Vendor", "Lakelight",
                "Creator", cluster.creator(),
                "ClusterName", cluster.spec().name(),
                "ClusterId", cluster.id());
    }
}
