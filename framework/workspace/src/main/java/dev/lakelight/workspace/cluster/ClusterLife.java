package dev.lakelight.workspace.cluster;

import dev.lakelight.workspace.api.ApiErrors;
import dev.lakelight.workspace.driver.Driver;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The life of one cluster: at most one driver at a time. What is asked for is begun at once, and done by threads of its own; the
 * database is always told before anyone else.
 */
final class ClusterLife {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Ids are numbers that JavaScript can read. */
    private static final long IDS = 1L << 53;

    private final String id;
    private final ClusterParts parts;
    private CompletableFuture<Void> ended = CompletableFuture.completedFuture(null);
    private @Nullable ClusterLaunch launch;
    private @Nullable Driver driver;
    private int tasks;

    ClusterLife(String id, ClusterParts parts) {
        this.id = id;
        this.parts = parts;
    }

    /** Start it, when it is terminated. */
    synchronized void start(EventType event, String user) {
        parts.store().require(id, "started", ClusterState.TERMINATED);
        begin(ClusterState.PENDING, event, user);
    }

    /** Give a cluster that runs another driver. */
    synchronized void restart(String user) {
        parts.store().require(id, "restarted", ClusterState.RUNNING);
        begin(ClusterState.RESTARTING, EventType.RESTARTING, user);
    }

    /** Use another specification; a cluster that runs is restarted. */
    synchronized void edit(ClusterSpecification specification, String user) {
        ClusterState state = parts.store().require(id, "edited", ClusterState.TERMINATED, ClusterState.RUNNING);
        parts.store().edit(id, specification);
        parts.events().add(id, EventType.EDITED, Map.of("user", user));

        if (state == ClusterState.RUNNING) {
            begin(ClusterState.RESTARTING, EventType.RESTARTING, user);
        }
    }

    /** Use another number of workers. The driver is another one then, unless the machine has no room for more or less anyway. */
    synchronized void resize(ClusterSpecification specification, String user) {
        parts.store().require(id, "resized", ClusterState.RUNNING);
        int executors = parts.machine().executors(specification.workers());
        boolean isOther = executors != parts.store().get(id).executors();

        if (isOther && tasks > 0) {
            throw ApiErrors.invalidState(
                    "Cluster %s cannot be resized while it works: here that takes another driver. Try again when it is idle."
                            .formatted(id));
        }

        parts.store().edit(id, specification);

        if (isOther) {
            begin(ClusterState.RESIZING, EventType.RESIZING, user);
        } else {
            parts.events().add(id, EventType.UPSIZE_COMPLETED, Map.of("current_num_workers", executors));
        }
    }

    private void begin(ClusterState state, EventType event, String user) {
        ClusterRecord cluster = parts.store().get(id);
        int executors = parts.machine().executors(cluster.spec().workers());
        long contextId = Math.floorMod(RANDOM.nextLong(), IDS);
        parts.store().beginStart(id, state, new ClusterStore.Start(contextId, executors));
        parts.events().add(id, event, Map.of("user", user, "target_num_workers", executors));
        ClusterLaunch next = new ClusterLaunch(this, cluster, executors, driver);
        driver = null;
        launch = next;
        next.begin(parts, state);
    }

    /** Take note of a driver that can be used; false when nobody wants it any more. */
    synchronized boolean started(ClusterLaunch by, Driver made) {
        if (launch != by) {
            return false;
        }

        driver = made;
        parts.store().change(id, ClusterState.RUNNING, "");
        parts.events()
                .add(
                        id,
                        by.isResize() ? EventType.UPSIZE_COMPLETED : EventType.RUNNING,
                        Map.of("current_num_workers", by.executors()));
        var unused = made.ended().thenAccept(why -> died(made, why));
        return true;
    }

    synchronized void notStarted(ClusterLaunch by, String message) {
        if (launch == by) {
            terminate(Termination.notStarted(message));
        }
    }

    private synchronized void died(Driver which, String why) {
        if (driver == which) {
            parts.events().add(id, EventType.DRIVER_UNAVAILABLE, Map.of("driver_state_message", why));
            terminate(Termination.driverDied(why));
        }
    }

    /** End it, unless that was done or is being done. */
    synchronized void terminate(Termination why) {
        ClusterState state = parts.store().get(id).state();

        if (state == ClusterState.TERMINATED || state == ClusterState.TERMINATING) {
            return;
        }

        parts.store().terminating(id, why);
        parts.events().add(id, EventType.TERMINATING, Map.of("reason", why));
        ClusterEnd end = new ClusterEnd(id, launch, driver);
        launch = null;
        driver = null;
        ended = end.begin(parts, this::ended);
    }

    private synchronized void ended() {
        parts.store().terminated(id);
    }

    /** The same for one that may have been deleted. */
    synchronized void terminateIfThere(Termination why) {
        if (parts.store().find(id).isPresent()) {
            terminate(why);
        }
    }

    /** Wait until what is being ended has ended. */
    void awaitEnd() throws InterruptedException {
        CompletableFuture<Void> end;

        synchronized (this) {
            end = ended;
        }

        try {
            end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Wait until it runs. */
    Driver await() throws InterruptedException {
        @Nullable ClusterLaunch current;

        synchronized (this) {
            current = launch;
        }

        if (current == null) {
            ClusterRecord cluster = parts.store().get(id);
            throw new ClusterFailure("Cluster %s is terminated. %s".formatted(id, cluster.stateMessage()));
        }

        return current.await();
    }

    /** Take note that something begins or ends to be done on it: it is not idle. */
    synchronized void worked(int change) {
        tasks += change;

        if (parts.store().find(id).isPresent()) {
            parts.store().used(id);
        }
    }

    /** Terminate it when it was idle for longer than its maker wants. */
    synchronized void terminateWhenIdle() {
        ClusterRecord cluster = parts.store().get(id);
        long minutes = cluster.spec().idleMinutes();
        long idle = parts.clock().millis() - cluster.lastActivity();

        if (cluster.state() == ClusterState.RUNNING && tasks == 0 && minutes > 0 && idle >= minutes * 60_000) {
            terminate(Termination.idle(minutes));
        }
    }

    String id() {
        return id;
    }
}
