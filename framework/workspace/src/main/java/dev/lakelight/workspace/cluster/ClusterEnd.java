package dev.lakelight.workspace.cluster;

import dev.lakelight.workspace.driver.Driver;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a cluster has.
 *
 * @param launch that may still go on, or null
 * @param driver that runs, or null
 */
record ClusterEnd(
        String id, @Nullable ClusterLaunch launch, @Nullable Driver driver) {

    /** Do so in a thread of its own; what is returned completes when all is done, the last step included. */
    CompletableFuture<Void> begin(ClusterParts parts, Runnable last) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> run(parts, last, end), "lakelight-terminate-" + id);
        thread.start();
        return end;
    }

    private void run(ClusterParts parts, Runnable last, CompletableFuture<Void> end) {
        try {
            if (driver != null) {
                driver.close();
            }

            if (launch != null) {
                launch.giveUp();
            }

            parts.folders().deleteScratch(id);
        } finally {
            last.run();
            boolean unused = end.complete(null);
        }
    }
}
