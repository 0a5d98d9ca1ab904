package dev.lakelight.databricks;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A run to submit.
 *
 * @param name of the run
 * @param token by which it is found again
 * @param tasks as the Jobs API has them
 * @param clusters descriptions of job clusters that some of its tasks have beside the one that all share, by key
 * @param limit after which the workspace ends it
 */
record RunOrder(String name, String token, ArrayNode tasks, Map<String, ObjectNode> clusters, Duration limit) {

    RunOrder {
        requireNonNull(name, "name");
        requireNonNull(token, "token");
        requireNonNull(tasks, "tasks");
        requireNonNull(limit, "limit");
        clusters = Collections.unmodifiableMap(new LinkedHashMap<>(clusters));
    }
}
