package dev.lakelight.cluster;

import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.TaskSchedulerImpl;
import org.apache.spark.scheduler.TaskSet;

/** Spark's usual task scheduler. Tasks of notebook cells take the cells' variables with them. */
final class ProcessTaskScheduler extends TaskSchedulerImpl {

    ProcessTaskScheduler(SparkContext context) {
        super(context);
    }

    /** Spark's log settings count for this as well. */
    @Override
    public String logName() {
        return TaskSchedulerImpl.class.getName();
    }

    @Override
    public void submitTasks(TaskSet tasks) {
        SharedStatics.attachTo(tasks.properties());
        super.submitTasks(tasks);
        endTasksWithoutExecutors();
    }

    @Override
    public void executorAdded(String id, String host) {
        super.executorAdded(id, host);
        processes().registered(id);
    }

    /** Spark would have them wait for ever. */
    synchronized void endTasksWithoutExecutors() {
        if (!rootPool().getSortedTaskSetQueue().isEmpty()) {
            processes().whyThereIsNone().ifPresent(this::error);
        }
    }

    private ExecutorProcesses processes() {
        return ((ProcessSchedulerBackend) backend()).processes();
    }
}
