package dev.lakelight.benchmark.measure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Waits for a machine to calm down. The build that comes before a benchmark has kept all processors busy itself, and what it leaves
 * behind, such as files to be written, would be measured with the first rounds.
 */
public final class QuietMachine {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Supplier<Load> load;
    private final Runnable pause;

    QuietMachine(Supplier<Load> load, Runnable pause) {
        this.load = load;
        this.pause = pause;
    }

    /** Return this machine. */
    public static QuietMachine here() {
        return new QuietMachine(Load::now, QuietMachine::pause);
    }

    /** Wait, two minutes at most, and return the load then; the caller looks whether that is quiet. */
    public Load await(Consumer<String> log) {
        Load first = load.get();
        if (first.isQuiet() || !first.isKnown()) {
            return first;
        }

        log.accept("Waiting for the machine to calm down: its load is " + first.text() + " on " + first.processors()
                + " processors");
        return calmedDown(first);
    }

    private Load calmedDown(Load first) {
        Load current = first;
        for (long looks = PATIENCE.dividedBy(PAUSE); looks > 0 && !current.isQuiet(); looks--) {
            pause.run();
            current = load.get();
        }
        return current;
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a quiet machine", e);
        }
    }
}
