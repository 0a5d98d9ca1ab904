package dev.lakelight.workspace.cluster;

import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskEnd;

/** A cluster that runs, for the tasks of one run. Several may run on it at a time. */
public interface TaskCluster extends AutoCloseable {

    /** Return its id. */
    String clusterId();

    /** Return the id of its SparkContext, another one after each start. */
    String sparkContextId();

    /**
     * Run one attempt at a task on the driver and wait. Task values that it sets are in the attempt's values afterwards.
     *
     * @return how it ended, also when the module failed
     * @throws ClusterFailure when the driver has died; says what its log said last
     * @throws RuntimeException when the task could not be run at all, for instance because there is no such notebook
     * @throws InterruptedException when this thread was interrupted; the task is cancelled then, and has ended
     */
    TaskEnd run(TaskAttempt attempt, TaskPlace place) throws InterruptedException;

    /** Give it back: one that was made for the run is terminated. */
    @Override
    void close();
}
