package dev.lakelight.runtime;

import com.databricks.WorkflowException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/**
 * Runs a notebook with a limit on its time. When that is up, its Spark jobs are cancelled and its thread is interrupted until it
 * ends. Java code that does not react to that goes on in the background, without a Spark job coming through.
 */
final class TimedRun {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final String path;
    private final Duration timeout;
    private final String tag = "lakelight-" + UUID.randomUUID();
    private final SparkContext context = SparkContext.getOrCreate();

    TimedRun(String path, Duration timeout) {
        this.path = path;
        this.timeout = timeout;
    }

    NotebookRun run(Supplier<NotebookRun> work) {
        CompletableFuture<NotebookRun> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> complete(result, work), "notebook " + path);
        thread.setDaemon(true);
        thread.start();

        try {
            return result.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            cancel(thread);
            throw new WorkflowException("The notebook '%s' did not end within %d s and was cancelled."
                    .formatted(path, timeout.toSeconds()));
        } catch (InterruptedException e) {
            cancel(thread);
            Thread.currentThread().interrupt();
            throw new CancelledRun();
        } catch (ExecutionException e) {
            throw new WorkflowException("The notebook '%s' could not be run: %s".formatted(path, e.getMessage()), e);
        }
    }

    private void complete(CompletableFuture<NotebookRun> result, Supplier<NotebookRun> work) {
        try {
            context.addJobTag(tag);
            result.complete(work.get());
        } catch (Throwable e) {
            result.completeExceptionally(e);
        }
    }

    /** Interrupts in the background until the notebook's thread has ended; waits a while for that. */
    private void cancel(Thread thread) {
        CancelledJobs.cancel(context, tag);
        Thread canceller = new Thread(() -> interruptUntilItEnds(thread), "cancel " + thread.getName());
        canceller.setDaemon(true);
        canceller.start();

        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once is not enough: an interrupt may be swallowed. */
    private void interruptUntilItEnds(Thread thread) {
        try {
            while (thread.isAlive() && !context.isStopped()) {
                thread.interrupt();
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
