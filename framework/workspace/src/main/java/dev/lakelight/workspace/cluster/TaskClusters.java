package dev.lakelight.workspace.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.Principal;

/** Clusters as jobs use them. Called by several threads at a time. */
public interface TaskClusters {

    /**
     * Use an all-purpose cluster. One that is terminated is started; waits until it runs.
     *
     * @param runAs must be allowed to attach to it, and to start it where that is needed
     * @throws dev.lakelight.workspace.api.ApiException when there is none of that id, or it is not allowed
     * @throws ClusterFailure when it does not start
     * @throws InterruptedException when this thread is interrupted meanwhile; the cluster goes on
     */
    TaskCluster existing(String clusterId, Principal runAs) throws InterruptedException;

    /**
     * Make a cluster for one run, and wait until it runs. Closing it terminates it.
     *
     * @param newCluster as a job has it in {@code new_cluster}
     * @param runId of the run, for its name
     * @throws dev.lakelight.workspace.api.ApiException when it cannot be made so
     * @throws ClusterFailure when it does not start; it is terminated then
     * @throws InterruptedException when this thread is interrupted meanwhile; it is terminated then
     */
    TaskCluster forRun(JsonNode newCluster, long runId, Principal runAs) throws InterruptedException;

    /**
     * Check {@code new_cluster} of a job when the job is made.
     *
     * @throws dev.lakelight.workspace.api.ApiException when no cluster can be made so
     */
    void requireValid(JsonNode newCluster);
}
