package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.databricks.api.RemoteJobs;
import dev.lakelight.databricks.job.Compute;

/**
 * A run in the workspace.
 *
 * @param jobs of the workspace
 * @param runId of it
 * @param jobId of the job that was made for it, or 0
 */
record Submission(RemoteJobs jobs, long runId, long jobId) {

    /**
     * Submit tasks, or find the run of an earlier attempt to do so. A cluster that is made for a run can be shared by its tasks only when
     * they are those of a job, whose name is the token then.
     */
    static Submission of(RemoteJobs jobs, Compute compute, RunOrder order) {
        ObjectNode run = JsonNodeFactory.instance
                .objectNode()
                .put("timeout_seconds", order.limit().toSeconds());
        run.set("tasks", order.tasks());

        if (!(compute instanceof Compute.JobCluster cluster)) {
            run.put("run_name", order.name()).put("idempotency_token", order.token());
            return new Submission(jobs, jobs.submit(run), 0);
        }

        run.put("name", order.token()).put("description", order.name()).put("max_concurrent_runs", 1);
        ArrayNode clusters = run.putArray("job_clusters");
        add(Compute.JOB_CLUSTER, cluster.newCluster(), clusters);
        order.clusters().forEach((key, description) -> add(key, description, clusters));
        return ofCopy(jobs, run, order.token());
    }

    private static void add(String key, ObjectNode description, ArrayNode clusters) {
        clusters.addObject().put("job_cluster_key", key).set("new_cluster", description);
    }

    /** Run a job that there is, or find its run of this token. */
    static Submission ofJob(RemoteJobs jobs, long job, String token) {
        return new Submission(jobs, jobs.runNow(job, token), 0);
    }

    /** Make a job and run it, or find the run of an earlier attempt to do so. */
    static Submission ofCopy(RemoteJobs jobs, ObjectNode job, String token) {
        long id = jobs.find(job.path("name").asText()).orElseGet(() -> jobs.create(job));
        return new Submission(jobs, jobs.runNow(id, token), id);
    }

    void cancel() {
        jobs.cancel(runId);
    }

    /** Remove the job, if one was made. The run stays. */
    void forget() {
        if (jobId != 0) {
            jobs.delete(jobId);
        }
    }
}
