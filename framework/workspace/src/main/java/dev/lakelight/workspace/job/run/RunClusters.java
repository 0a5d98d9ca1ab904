package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.cluster.ClusterFailure;
import dev.lakelight.workspace.cluster.TaskCluster;
import dev.lakelight.workspace.cluster.TaskClusters;
import dev.lakelight.workspace.job.store.TerminationCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The clusters of one run. Those that its tasks share are made when the first of them needs it, and go with the run. */
final class RunClusters implements AutoCloseable {

    private static final String SERVERLESS = "";

    private final TaskClusters clusters;
    private final JsonNode settings;
    private final long runId;
    private final Principal runAs;
    private final Map<String, Shared> shared = new ConcurrentHashMap<>();

    RunClusters(TaskClusters clusters, JsonNode settings, long runId, Principal runAs) {
        this.clusters = clusters;
        this.settings = settings;
        this.runId = runId;
        this.runAs = runAs;
    }

    /**
     * Return the cluster of a task; waits until it runs. It is to be given back by {@link Lease#close()}.
     *
     * @throws TaskFailure when it cannot be had
     */
    Lease lease(JsonNode task) throws InterruptedException {
        try {
            return leaseOrThrow(task);
        } catch (ClusterFailure e) {
            throw new TaskFailure(TerminationCode.CLUSTER_ERROR, String.valueOf(e.getMessage()), e);
        } catch (ApiException e) {
            throw new TaskFailure(codeOf(e), e.text(), e);
        }
    }

    private static TerminationCode codeOf(ApiException error) {
        return error.status() == 403 ? TerminationCode.UNAUTHORIZED_ERROR : TerminationCode.INVALID_RUN_CONFIGURATION;
    }

    private Lease leaseOrThrow(JsonNode task) throws InterruptedException {
        if (task.hasNonNull("existing_cluster_id")) {
            return Lease.own(clusters.existing(task.path("existing_cluster_id").asText(), runAs));
        }

        if (task.path("new_cluster").isObject()) {
            return Lease.own(clusters.forRun(task.path("new_cluster"), runId, runAs));
        }

        String key = task.path("job_cluster_key").asText(SERVERLESS);
        Shared found = shared.computeIfAbsent(key, unused -> new Shared());
        return new Lease(found.get(specification(key)), found::forget, () -> {});
    }

    /** Tasks that name no cluster are those of serverless compute: here they share a small one. */
    private JsonNode specification(String key) {
        for (JsonNode cluster : settings.path("job_clusters")) {
            if (cluster.path("job_cluster_key").asText().equals(key)) {
                return cluster.path("new_cluster");
            }
        }

        return WireJson.mapper()
                .createObjectNode()
                .put("spark_version", "serverless")
                .put("num_workers", 0);
    }

    @Override
    public void close() {
        shared.values().forEach(Shared::close);
    }

    /** A thread that is interrupted has time for this. */
    private static void closed(TaskCluster cluster) {
        boolean interrupted = Thread.interrupted();

        try {
            cluster.close();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private final class Shared {

        private final ReentrantLock making = new ReentrantLock();
        private @Nullable TaskCluster cluster;

        private TaskCluster get(JsonNode specification) throws InterruptedException {
            making.lockInterruptibly();

            try {
                if (cluster == null) {
                    cluster = clusters.forRun(specification, runId, runAs);
                }

                return cluster;
            } finally {
                making.unlock();
            }
        }

        /** Let the next task have another one: this one has died. */
        private void forget() {
            making.lock();

            try {
                if (cluster != null) {
                    closed(cluster);
                    cluster = null;
                }
            } finally {
                making.unlock();
            }
        }

        private void close() {
            forget();
        }
    }

    /**
     * A cluster that an attempt uses.
     *
     * @param died to call when its driver has died
     * @param end what to do when the attempt has ended
     */
    record Lease(TaskCluster cluster, Runnable died, Runnable end) implements AutoCloseable {

        static Lease own(TaskCluster cluster) {
            return new Lease(cluster, () -> {}, () -> closed(cluster));
        }

        @Override
        public void close() {
            end.run();
        }
    }
}
