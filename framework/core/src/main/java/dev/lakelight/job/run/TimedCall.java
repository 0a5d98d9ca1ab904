package dev.lakelight.job.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
            giveUp(List.of(this));
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

    /**
     * Interrupt works until all of them end, or until they have had time enough to do so: an interrupt may be swallowed. All are
     * interrupted at once, and also when the waiting thread is interrupted itself, which stays so.
     */
    static void giveUp(Collection<TimedCall<?>> calls) {
        long end = System.nanoTime() + GRACE.toNanos();
        boolean interrupted = false;

        for (List<Thread> alive = alive(calls); !alive.isEmpty() && System.nanoTime() < end; alive = alive(calls)) {
            alive.forEach(Thread::interrupt);
            interrupted |= !awaitPause(alive);
        }

        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<Thread> alive(Collection<TimedCall<?>> calls) {
        List<Thread> alive = new ArrayList<>();

        for (TimedCall<?> call : calls) {
            if (call.thread.isAlive()) {
                alive.add(call.thread);
            }
        }

        return alive;
    }

    /** Wait for threads, but no longer than the pause. Return whether the waiting thread was not interrupted. */
    private static boolean awaitPause(List<Thread> threads) {
        long end = System.nanoTime() + PAUSE.toNanos();

        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            }

            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
