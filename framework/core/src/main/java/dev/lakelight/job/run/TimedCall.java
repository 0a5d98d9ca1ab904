package dev.lakelight.job.run;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work in a thread of its own that can be given up. */
final class TimedCall<T> {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FutureTask<T> work;
    private final Thread thread;

    private TimedCall(String name, Callable<T> work) {
        this.work = new FutureTask<>(work);
        this.thread = new Thread(this.work, name);
        this.thread.setDaemon(true);
    }

    /** Begin work. The name is that of its thread. */
    static <T> TimedCall<T> start(String name, Callable<T> work) {
        TimedCall<T> call = new TimedCall<>(name, work);
        call.thread.start();
        return call;
    }

    /** Wait for the result; work that takes too long, or whose waiter is interrupted, is given up. */
    T await(Duration timeout) throws TimeoutException, InterruptedException, ExecutionException {
        try {
            return work.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | InterruptedException e) {
            giveUp();
            throw e;
        }
    }

    /** Return the result of work that has ended by itself, be it late; nothing when it has failed or still goes on. */
    Optional<T> result() {
        if (!work.isDone()) {
            return Optional.empty();
        }

        try {
            return Optional.of(work.get());
        } catch (InterruptedException | ExecutionException e) {
            return Optional.empty();
        }
    }

    /** Interrupt the work until it ends, or until it has had time enough to do so: an interrupt may be swallowed. */
    void giveUp() throws InterruptedException {
        long end = System.nanoTime() + GRACE.toNanos();

        while (thread.isAlive() && System.nanoTime() < end) {
            thread.interrupt();
            thread.join(PAUSE.toMillis());
        }
    }
}
