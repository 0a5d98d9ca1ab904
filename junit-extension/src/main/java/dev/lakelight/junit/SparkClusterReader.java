package dev.lakelight.junit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Tells what {@link SparkCluster} says in the words of the properties. */
final class SparkClusterReader {

    private static final String CLUSTER = "lakelight.cluster";
    private static final String EXECUTORS = "lakelight.executors";
    private static final String CORES = "lakelight.executor.cores";
    private static final String MEMORY = "lakelight.executor.memory";

    private SparkClusterReader() {}

    static Map<String, String> properties(SparkCluster cluster) {
        Map<String, String> said = new LinkedHashMap<>();

        if (cluster.executors() != SparkCluster.AS_CONFIGURED) {
            said.put(CLUSTER, cluster.executors() == 0 ? "embedded" : "processes");
        }

        if (cluster.executors() != SparkCluster.AS_CONFIGURED && cluster.executors() != 0) {
            said.put(EXECUTORS, Integer.toString(cluster.executors()));
        }

        if (cluster.cores() != SparkCluster.AS_CONFIGURED) {
            said.put(CORES, Integer.toString(cluster.cores()));
        }

        if (!cluster.memory().isEmpty()) {
            said.put(MEMORY, cluster.memory());
        }

        return said;
    }

    static Map<String, String> sparkSettings(SparkCluster cluster) {
        return KeyValues.of("setting", cluster.settings());
    }
}
