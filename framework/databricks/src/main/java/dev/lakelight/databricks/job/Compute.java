package dev.lakelight.databricks.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.problem.UserError;
import java.util.Map;

/** What the tasks of a run are run on. */
public sealed interface Compute {

    /** The word for serverless compute. */
    String SERVERLESS = "serverless";

    /** The key of the job cluster that all notebooks of a run share. */
    String JOB_CLUSTER = "lakelight";

    /** The setting of a cluster that tells in which catalog its sessions begin. */
    String INITIAL_CATALOG = "spark.databricks.sql.initial.catalog.namespace";

    /**
     * A cluster that exists.
     *
     * @param clusterId its id
     */
    record Existing(String clusterId) implements Compute {}

    /** Serverless compute. */
    record Serverless() implements Compute {}

    /**
     * A job cluster that all tasks of a run share; it is made for the run and gone after it.
     *
     * @param newCluster its description, as the Jobs API has it under {@code new_cluster}
     */
    record JobCluster(ObjectNode newCluster) implements Compute {

        public JobCluster {
            newCluster = newCluster.deepCopy();
        }

        /** Return a copy of the description. */
        @Override
        public ObjectNode newCluster() {
            return newCluster.deepCopy();
        }

        /** Return the description of the same cluster with these settings, whose sessions begin in a catalog. */
        public ObjectNode inCatalog(String catalog, Map<String, String> settings) {
            ObjectNode cluster = newCluster.deepCopy();
            ObjectNode all = cluster.withObjectProperty("spark_conf");
            settings.forEach(all::put);
            all.put(INITIAL_CATALOG, catalog);
            return cluster;
        }
    }

    /**
     * Read a setting: {@code serverless}, the id of a cluster, or the description of a job cluster as JSON.
     *
     * @throws UserError when it is neither
     */
    static Compute parse(String text) {
        String word = text.strip();

        if (word.equals(SERVERLESS)) {
            return new Serverless();
        }

        if (word.startsWith("{")) {
            return new JobCluster(json(word));
        }

        if (!word.matches("[\\w-]+")) {
            throw new UserError(
                    "The cluster '%s' is neither 'serverless', nor the id of a cluster such as 1130-072000-abcdefgh, nor a description in JSON."
                            .formatted(word));
        }

        return new Existing(word);
    }

    private static ObjectNode json(String text) {
        try {
            JsonNode tree = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(text);
            JsonNode cluster = tree.has("new_cluster") ? tree.get("new_cluster") : tree;

            if (cluster instanceof ObjectNode object && object.hasNonNull("spark_version")) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new UserError(
                    "The description of the job cluster is no JSON: %s".formatted(e.getOriginalMessage()), e);
        }

        throw new UserError("The description of the job cluster has no 'spark_version'.");
    }

    /** Say in a task what it is run on. */
    default void addTo(ObjectNode task) {
        if (this instanceof Existing existing) {
            task.put("existing_cluster_id", existing.clusterId());
        } else if (this instanceof JobCluster) {
            task.put("job_cluster_key", JOB_CLUSTER);
        }
    }
}
