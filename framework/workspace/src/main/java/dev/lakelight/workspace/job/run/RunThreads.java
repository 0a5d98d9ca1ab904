package dev.lakelight.workspace.job.run;

import dev.lakelight.workspace.job.store.StoredRun;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The threads of runs, one each, and who waits for their ends. */
final class RunThreads {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Map<Long, Thread> threads = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<StoredRun>> ends = new ConcurrentHashMap<>();

    void start(long runId, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        threads.remove(runId);
                    }
                },
                "run " + runId);
        thread.setDaemon(true);
        threads.put(runId, thread);
        thread.start();
    }

    /** Interrupt a run; return whether it goes on here. */
    boolean interrupt(long runId) {
        Thread thread = threads.get(runId);

        if (thread != null) {
            thread.interrupt();
        }

        return thread != null;
    }

    /** Return what is completed when a run is over. */
    CompletableFuture<StoredRun> end(long runId) {
        return ends.computeIfAbsent(runId, id -> new CompletableFuture<>());
    }

    void complete(StoredRun run) {
        CompletableFuture<StoredRun> end = ends.remove(run.runId());

        if (end != null) {
            boolean unused = end.complete(run);
        }
    }

    /** Interrupt all and wait for them; what does not end soon is left behind. */
    void close() {
        long end = System.nanoTime() + GRACE.toNanos();
        List<Thread> all = List.copyOf(threads.values());
        all.forEach(Thread::interrupt);

        try {
            for (Thread thread : all) {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
