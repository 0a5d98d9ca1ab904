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

    /** How often it is still cancelled after the thread has ended. */
    private static final int QUIET_PAUSES = 50;

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

    /** Cancels in the background until nothing can come any more; waits a while for the notebook's thread to end. */
    private void cancel(Thread thread) {
        Thread canceller = new Thread(() -> cancelUntilQuiet(thread), "cancel " + thread.getName());
        canceller.setDaemon(true);
        canceller.start();

        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Once is not enough: what is being planned becomes a job later, from threads of Spark's that outlive the notebook's, and an
     * interrupt may be swallowed.
     */
    private void cancelUntilQuiet(Thread thread) {
        int quiet = 0;

        try {
            while (quiet < QUIET_PAUSES && !context.isStopped()) {
                context.cancelJobsWithTag(tag);
                thread.interrupt();
                Thread.sleep(PAUSE.toMillis());
                quiet = thread.isAlive() ? 0 : quiet + 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
