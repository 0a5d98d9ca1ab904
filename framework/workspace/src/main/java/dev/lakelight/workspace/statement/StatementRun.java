package dev.lakelight.workspace.statement;

import dev.lakelight.workspace.cluster.ClusterFailure;
import dev.lakelight.workspace.cluster.WarehouseCluster;
import dev.lakelight.workspace.driver.DriverRefusal;
import dev.lakelight.workspace.driver.StatementOrder;
import dev.lakelight.workspace.driver.StatementResult;
import dev.lakelight.workspace.driver.StatementResult.Cut;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One statement, in a thread of its own. */
final class StatementRun {

    private final String id = UUID.randomUUID().toString();
    private final StatementOrder order;
    private final String user;
    private final boolean mayBeCut;
    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Thread thread;
    private StatementState state = StatementState.PENDING;
    private @Nullable StatementError error;
    private @Nullable StatementResult result;

    /**
     * Prepare it.
     *
     * @param mayBeCut whether a result that is too large is cut rather than refused
     */
    StatementRun(StatementOrder order, String user, boolean mayBeCut) {
        this.order = order;
        this.user = user;
        this.mayBeCut = mayBeCut;
    }

    synchronized void begin(WarehouseCluster warehouse, Runnable whenOver) {
        thread = new Thread(() -> run(warehouse, whenOver), "lakelight-statement-" + id);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(WarehouseCluster warehouse, Runnable whenOver) {
        try {
            warehouse.await(user);
            running();
            succeed(warehouse.run(order, user));
        } catch (InterruptedException e) {
            end(StatementState.CANCELED, null);
        } catch (DriverRefusal e) {
            end(StatementState.FAILED, new StatementError("BAD_REQUEST", e.text(), e.sqlState()));
        } catch (ClusterFailure e) {
            end(
                    StatementState.FAILED,
                    new StatementError("TEMPORARILY_UNAVAILABLE", String.valueOf(e.getMessage()), ""));
        } catch (RuntimeException e) {
            end(StatementState.FAILED, new StatementError("INTERNAL_ERROR", e.toString(), ""));
        } finally {
            over.countDown();
            whenOver.run();
        }
    }

    private synchronized void running() {
        if (!state.isOver()) {
            state = StatementState.RUNNING;
        }
    }

    private synchronized void succeed(StatementResult made) {
        if (made.cutBy() == Cut.BYTE_LIMIT && !mayBeCut) {
            end(StatementState.FAILED, StatementError.tooLarge(order.byteLimit()));
        } else if (!state.isOver()) {
            result = made;
            state = StatementState.SUCCEEDED;
        }
    }

    private synchronized void end(StatementState end, @Nullable StatementError why) {
        if (!state.isOver()) {
            state = end;
            error = why;
        }
    }

    /** End it unless it has ended. */
    synchronized void cancel() {
        if (!state.isOver()) {
            state = StatementState.CANCELED;

            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    /** Forget the result. */
    synchronized void close() {
        if (state == StatementState.SUCCEEDED) {
            state = StatementState.CLOSED;
            result = null;
        }
    }

    /** Wait until it is over, and return whether it is. */
    boolean await(Duration time) {
        try {
            return over.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    String id() {
        return id;
    }

    String user() {
        return user;
    }

    synchronized StatementState state() {
        return state;
    }

    synchronized Optional<StatementError> error() {
        return Optional.ofNullable(error);
    }

    synchronized Optional<StatementResult> result() {
        return Optional.ofNullable(result);
    }

    /**
     * Why a statement has failed.
     *
     * @param code in the words of the API
     * @param sqlState of Spark's errors; empty otherwise
     */
    record StatementError(String code, String message, String sqlState) {

        static StatementError tooLarge(long limit) {
            return new StatementError(
                    "BAD_REQUEST",
                    "Inline byte limit exceeded. Statements executed with disposition=INLINE can have a result size of at most %d bytes. Give a row_limit or a byte_limit."
                            .formatted(limit),
                    "");
        }
    }
}
