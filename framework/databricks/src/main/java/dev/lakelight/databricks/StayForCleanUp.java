package dev.lakelight.databricks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps a JVM that is ended, by Ctrl-C for example, for a while: until what it has made in a workspace is removed. */
final class StayForCleanUp implements AutoCloseable {

    /** Build servers kill what does not end soon; what is left then is removed when it has expired. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final CountDownLatch removed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "lakelight-clean-up");

    private StayForCleanUp() {}

    static StayForCleanUp begin() {
        StayForCleanUp stay = new StayForCleanUp();
        Runtime.getRuntime().addShutdownHook(stay.hook);
        return stay;
    }

    private void await() {
        try {
            if (!removed.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                return; // What is left has a date of expiry.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        removed.countDown();

        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException exiting) {
            return; // The hook is running, and ends now.
        }
    }
}
