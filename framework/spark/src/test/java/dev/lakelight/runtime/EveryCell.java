package dev.lakelight.runtime;

import dev.lakelight.dbutils.NotebookExit;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;

/** Runs all cells of a notebook, also those behind one that failed, and ends those that take too long. */
final class EveryCell implements CellStep {

    private static final String TAG = "cell-of-a-foreign-notebook";
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "cell limit");
        thread.setDaemon(true);
        return thread;
    });

    private final SparkContext context;
    private final Duration limit;
    private final Set<Integer> late = ConcurrentHashMap.newKeySet();

    EveryCell(SparkContext context, Duration limit) {
        this.context = context;
        this.limit = limit;
    }

    boolean wasLate(int cell) {
        return late.contains(cell);
    }

    @Override
    public void take(CellPlace place, Runnable cell) {
        Thread thread = Thread.currentThread();
        context.addJobTag(TAG);
        ScheduledFuture<?> end = CLOCK.scheduleWithFixedDelay(
                () -> end(place.cell().number(), thread), limit.toMillis(), 500, TimeUnit.MILLISECONDS);

        try {
            cell.run();
        } catch (NotebookExit exit) {
            throw exit;
        } catch (Throwable recorded) {
            // The record of the run has it.
        } finally {
            end.cancel(false);
            context.removeJobTag(TAG);
            Thread.interrupted();
        }
    }

    private void end(int cell, Thread thread) {
        late.add(cell);
        context.cancelJobsWithTag(TAG);
        thread.interrupt();
    }
}
