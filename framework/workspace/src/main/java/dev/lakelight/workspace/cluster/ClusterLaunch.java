package dev.lakelight.workspace.cluster;

import static java.util.Objects.requireNonNullElse;

import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.workspace.driver.Driver;
import dev.lakelight.workspace.driver.DriverLost;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at giving a cluster a driver. */
final class ClusterLaunch {

    private static final Logger LOG = LoggerFactory.getLogger(ClusterLaunch.class);

    private final ClusterLife life;
    private final ClusterRecord cluster;
    private final int executors;
    private final @Nullable Driver before;
    private final CompletableFuture<Driver> made = new CompletableFuture<>();
    private @Nullable Thread thread;
    private @Nullable ClusterParts parts;
    private ClusterState state = ClusterState.PENDING;
    private boolean hasRoom;

    /**
     * Prepare it.
     *
     * @param before driver that makes room for the next, or null
     */
    ClusterLaunch(ClusterLife life, ClusterRecord cluster, int executors, @Nullable Driver before) {
        this.life = life;
        this.cluster = cluster;
        this.executors = executors;
        this.before = before;
    }

    void begin(ClusterParts newParts, ClusterState newState) {
        parts = newParts;
        state = newState;
        thread = new Thread(() -> run(newParts), "lakelight-start-" + life.id());
        thread.start();
    }

    boolean isResize() {
        return state == ClusterState.RESIZING;
    }

    int executors() {
        return executors;
    }

    private void run(ClusterParts with) {
        try {
            if (before != null) {
                before.close();
                with.room().release();
            }

            with.room().acquire();
            hasRoom = true;
            Driver driver = with.drivers().start(with.order(cluster, executors));

            if (life.started(this, driver)) {
                boolean unused = made.complete(driver);
            } else {
                driver.close();
            }
        } catch (InterruptedException e) {
            fail("It was terminated while it was started.");
        } catch (DriverLost | EnvironmentError | ClusterFailure e) {
            fail(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            LOG.error("The cluster {} cannot be started", life.id(), e);
            fail(e.toString());
        }
    }

    private void fail(String message) {
        LOG.warn("The cluster {} has not started: {}", life.id(), message);
        boolean unused = made.completeExceptionally(
                new ClusterFailure("Cluster %s has not started. %s".formatted(life.id(), message)));
        life.notStarted(this, message);
    }

    Driver await() throws InterruptedException {
        try {
            return made.get();
        } catch (ExecutionException e) {
            throw new ClusterFailure(
                    String.valueOf(requireNonNullElse(e.getCause(), e).getMessage()));
        }
    }

    /** Stop what still goes on; afterwards there is room for others. */
    void giveUp() {
        Thread starting = Objects.requireNonNull(thread);
        starting.interrupt();

        try {
            starting.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }

        if (hasRoom) {
            Objects.requireNonNull(parts).room().release();
        }
    }
}
