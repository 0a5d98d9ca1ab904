package dev.lakelight.cluster;

import java.time.Duration;
import org.apache.spark.SparkContext;

/** Waits until an external cluster has given an executor: without one, jobs would wait for ever. */
record ExternalWait(SparkContext context, ClusterSpec spec, Duration timeout) {

    private static final long POLL_MILLIS = 50;
    private static final String ON_DEMAND = "spark.dynamicAllocation.enabled";

    void await() throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();

        while (!context.conf().getBoolean(ON_DEMAND, false) && !hasExecutor()) {
            if (context.isStopped()) {
                throw ClusterErrors.masterLost(spec);
            }

            if (System.nanoTime() > deadline) {
                throw ClusterErrors.noExecutor(spec, timeout);
            }

            Thread.sleep(POLL_MILLIS);
        }
    }

    /** The driver is in this list, too. */
    private boolean hasExecutor() {
        return context.statusTracker().getExecutorInfos().length > 1;
    }
}
