package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.api.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What clients say of a cluster. What only says which machines a cloud is to use is kept and changes nothing. */
final class ClusterSpecification {

    private static final String WORKERS = "num_workers";
    private static final String AUTOSCALE = "autoscale";
    private static final String IDLE_MINUTES = "autotermination_minutes";
    private static final String SPARK_CONF = "spark_conf";
    private static final String VARIABLES = "spark_env_vars";
    private static final long LEAST_IDLE_MINUTES = 10;
    private static final long MOST_IDLE_MINUTES = 10_000;
    private static final long MOST_WORKERS = 100_000;
    private static final int LONGEST_NAME = 100;

    /** They would change what runs, and do not. */
    private static final List<String> NOT_HERE = List.of("docker_image", "init_scripts", "policy_id");

    private final Parameters values;

    private ClusterSpecification(Parameters values) {
        this.values = values;
    }

    /**
     * Read what a client has sent.
     *
     * @throws dev.lakelight.workspace.api.ApiException when no cluster can be made so
     */
    static ClusterSpecification of(ObjectNode values) {
        ClusterSpecification specification = new ClusterSpecification(new Parameters(values));
        specification.requireValid();
        return specification;
    }

    static ClusterSpecification of(JsonNode values) {
        if (values instanceof ObjectNode object) {
            return of(object);
        }

        throw ApiErrors.wrongType("new_cluster", "an object");
    }

    /** Read what was checked before. */
    static ClusterSpecification kept(ObjectNode values) {
        return new ClusterSpecification(new Parameters(values));
    }

    private void requireValid() {
        requireName();
        requireSize();
        requireIdleMinutes();
        sparkSettings();
        environment();

        for (String field : NOT_HERE) {
            if (isThere(values.values().path(field))) {
                throw ApiErrors.invalid("The local workspace has no '%s'. Leave it out.".formatted(field));
            }
        }

        String unused = values.text("spark_version");
    }

    private static boolean isThere(JsonNode value) {
        return value.isContainerNode() ? !value.isEmpty() : !value.asText("").isEmpty();
    }

    private void requireName() {
        if (name().length() > LONGEST_NAME) {
            throw ApiErrors.invalid("cluster_name has more than %d characters.".formatted(LONGEST_NAME));
        }
    }

    private void requireSize() {
        if (!values.has(WORKERS) && !values.has(AUTOSCALE) && !values.flag("is_single_node")) {
            throw ApiErrors.missingParameter(WORKERS);
        }

        long workers = workers();

        if (workers < 0 || workers > MOST_WORKERS) {
            throw ApiErrors.invalid("num_workers is %d, but must be from 0 to %d.".formatted(workers, MOST_WORKERS));
        }

        values.object(AUTOSCALE).ifPresent(ClusterSpecification::requireOrder);
    }

    private static void requireOrder(Parameters autoscale) {
        long least = autoscale.number("min_workers");
        long most = autoscale.number("max_workers");

        if (least < 0 || most < least) {
            throw ApiErrors.invalid("autoscale has min_workers %d and max_workers %d; the second must not be less."
                    .formatted(least, most));
        }
    }

    private void requireIdleMinutes() {
        long minutes = idleMinutes();

        if (minutes != 0 && (minutes < LEAST_IDLE_MINUTES || minutes > MOST_IDLE_MINUTES)) {
            throw ApiErrors.invalid("autotermination_minutes is %d, but must be 0 or from %d to %d."
                    .formatted(minutes, LEAST_IDLE_MINUTES, MOST_IDLE_MINUTES));
        }
    }

    String name() {
        return values.optionalText("cluster_name").orElse("");
    }

    /** Return how many workers are wanted; of a range the least. */
    long workers() {
        return values.object(AUTOSCALE)
                .map(range -> range.number("min_workers"))
                .orElseGet(() -> {
                    OptionalLong workers = values.optionalNumber(WORKERS);
                    return workers.orElse(0);
                });
    }

    /** Return after how many minutes without work it is terminated; 0 stands for never. */
    long idleMinutes() {
        return values.optionalNumber(IDLE_MINUTES).orElse(0);
    }

    Map<String, String> sparkSettings() {
        return texts(SPARK_CONF);
    }

    Map<String, String> environment() {
        return texts(VARIABLES);
    }

    private Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.object(field)
                .ifPresent(object -> object.values()
                        .fieldNames()
                        .forEachRemaining(name ->
                                texts.put(name, object.optionalText(name).orElse(""))));
        return texts;
    }

    ObjectNode json() {
        return values.values();
    }
}
