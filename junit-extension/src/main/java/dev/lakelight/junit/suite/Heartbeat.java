package dev.lakelight.junit.suite;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says at intervals that something still runs, so that nobody takes a long test for a hanging build. */
final class Heartbeat implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final ScheduledExecutorService timer;
    private final Future<?> beats;

    private Heartbeat(ScheduledExecutorService timer, Runnable beat) {
        this.timer = timer;
        this.beats = timer.scheduleAtFixedRate(beat, INTERVAL.toSeconds(), INTERVAL.toSeconds(), TimeUnit.SECONDS);
    }

    static Heartbeat start(Runnable beat) {
        return new Heartbeat(Executors.newSingleThreadScheduledExecutor(Heartbeat::thread), beat);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lakelight-heartbeat");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        beats.cancel(false);
        timer.shutdownNow();
    }
}
