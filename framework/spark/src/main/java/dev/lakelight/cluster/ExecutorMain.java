package dev.lakelight.cluster;

import org.apache.spark.executor.CoarseGrainedExecutorBackend;

/** What an executor process runs: Spark's executor, which ends with its driver even when the network does not tell. */
final class ExecutorMain {

    private static final int DRIVER_GONE = 3;

    private ExecutorMain() {}

    public static void main(String[] arguments) {
        ProcessHandle.current().parent().ifPresent(ExecutorMain::endWith);
        QuietLogging.applyUnlessConfigured();
        CoarseGrainedExecutorBackend.main(arguments);
    }

    private static void endWith(ProcessHandle driver) {
        var unused = driver.onExit().thenRun(() -> Runtime.getRuntime().halt(DRIVER_GONE));
    }
}
