package dev.lakelight.cluster;

import org.apache.spark.scheduler.ExecutorExited;
import org.apache.spark.scheduler.cluster.CoarseGrainedSchedulerBackend;

/** Spark's usual scheduler of executors, with executors that are child processes of the driver. */
final class ProcessSchedulerBackend extends CoarseGrainedSchedulerBackend {

    private final ProcessTaskScheduler scheduler;
    private final ExecutorProcesses processes;

    ProcessSchedulerBackend(ProcessTaskScheduler scheduler, ClusterSpec spec) {
        super(scheduler, scheduler.sc().env().rpcEnv());
        this.scheduler = scheduler;
        this.processes = new ExecutorProcesses(new ExecutorCommand(scheduler.sc(), spec), this::onLost);
    }

    ExecutorProcesses processes() {
        return processes;
    }

    @Override
    public void start() {
        super.start();
        processes.startAll();
    }

    @Override
    public void stop() {
        processes.expectEnd();
        try {
            super.stop();
        } finally {
            processes.end();
        }
    }

    private void onLost(LostExecutor lost) {
        removeExecutor(
                lost.id(),
                new ExecutorExited(lost.exitCode(), true, "its process ended with exit code " + lost.exitCode()));
        processes.replaceOne();
        scheduler.endTasksWithoutExecutors();
    }
}
