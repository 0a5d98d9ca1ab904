package dev.lakelight.runtime;

import dev.lakelight.dbutils.WorkflowException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;

/**
 * Runs a notebook with a limit on its time. When that is up, its Spark jobs are cancelled and its thread is interrupted; Java code
 * that does not react to that goes on in the background.
 */
final class TimedRun {

    private static final Duration GRACE = Duration.ofSeconds(10);

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

    private void cancel(Thread thread) {
        context.cancelJobsWithTag(tag);
        thread.interrupt();

        try {
            thread.join(GRACE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
