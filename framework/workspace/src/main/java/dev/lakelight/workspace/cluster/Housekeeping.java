package dev.lakelight.workspace.cluster;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after clusters now and then. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final ScheduledExecutorService executor;

    private Housekeeping(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    static Housekeeping of(Clusters clusters) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lakelight-clusters");
            thread.setDaemon(true);
            return thread;
        });
        var unused = executor.scheduleWithFixedDelay(
                () -> clean(clusters), PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return new Housekeeping(executor);
    }

    /** What fails once is tried again with the next round. */
    private static void clean(Clusters clusters) {
        try {
            clusters.clean(Retention.DEFAULT);
        } catch (RuntimeException e) {
            LOG.warn("Clusters cannot be looked after", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();

        try {
            boolean unused = executor.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
