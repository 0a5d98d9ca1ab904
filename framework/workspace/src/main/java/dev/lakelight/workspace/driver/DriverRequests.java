package dev.lakelight.workspace.driver;

import dev.lakelight.workspace.driver.DriverMessage.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a driver was asked for, each in a thread of its own. */
final class DriverRequests {

    private static final Logger LOG = LoggerFactory.getLogger(DriverRequests.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int MOST_INTERRUPTS = 100;

    private final DriverWork work;
    private final DriverWire wire;
    private final Map<Long, Thread> running = new ConcurrentHashMap<>();

    DriverRequests(DriverWork work, DriverWire wire) {
        this.work = work;
        this.wire = wire;
    }

    void take(DriverMessage message) {
        if (message.kind() == Kind.CANCEL) {
            cancel(message.id());
            return;
        }

        Thread thread = new Thread(() -> run(message), "lakelight-request-" + message.id());
        thread.setDaemon(true);
        running.put(message.id(), thread);
        thread.start();
    }

    private void run(DriverMessage message) {
        try {
            answer(message, Kind.DONE, work.run(message));
        } catch (Throwable e) {
            answer(message, Kind.FAILED, work.problem(e));
        } finally {
            running.remove(message.id());
        }
    }

    private void answer(DriverMessage message, Kind kind, Object body) {
        // Code that was cancelled leaves its thread interrupted, which would close the connection of all.
        boolean unused = Thread.interrupted();

        try {
            wire.send(message.id(), kind, body);
        } catch (IOException e) {
            LOG.warn("The workspace cannot be told what came of request {}: {}", message.id(), e.toString());
        }
    }

    private void cancel(long id) {
        Thread thread = running.get(id);

        if (thread != null) {
            Thread canceller = new Thread(() -> interrupt(id, thread), "lakelight-cancel-" + id);
            canceller.setDaemon(true);
            canceller.start();
        }
    }

    /** An interrupt may be swallowed. */
    private void interrupt(long id, Thread thread) {
        try {
            for (int i = 0; i < MOST_INTERRUPTS && running.get(id) == thread; i++) {
                thread.interrupt();
                TimeUnit.MILLISECONDS.timedJoin(thread, PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
