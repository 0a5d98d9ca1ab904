package dev.lakelight.cluster;

import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.ExternalClusterManager;
import org.apache.spark.scheduler.SchedulerBackend;
import org.apache.spark.scheduler.TaskScheduler;
import org.apache.spark.scheduler.TaskSchedulerImpl;

/** Teaches Spark the master URL {@code lakelight[executors,cores,memory in MB]}. Found by Spark's service loader. */
public final class ProcessClusterManager implements ExternalClusterManager {

    @Override
    public boolean canCreate(String masterUrl) {
        return MasterUrl.isOfProcesses(masterUrl);
    }

    @Override
    public TaskScheduler createTaskScheduler(SparkContext context, String masterUrl) {
        return new ProcessTaskScheduler(context);
    }

    @Override
    public SchedulerBackend createSchedulerBackend(SparkContext context, String masterUrl, TaskScheduler scheduler) {
        return new ProcessSchedulerBackend((ProcessTaskScheduler) scheduler, MasterUrl.processes(masterUrl));
    }

    @Override
    public void initialize(TaskScheduler scheduler, SchedulerBackend backend) {
        ((TaskSchedulerImpl) scheduler).initialize(backend);
    }
}
