package dev.lakelight.junit.engine;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import org.junit.platform.engine.support.hierarchical.ParallelExecutionConfiguration;

/**
 * Runs so many tests at once and no more.
 *
 * @param parallelism number of tests
 */
record FixedParallelism(int parallelism) implements ParallelExecutionConfiguration {

    private static final int KEEP_ALIVE_SECONDS = 30;

    /** Without it, a test that waits for Spark would be refused because there is no spare thread to take its place. */
    @Override
    public Predicate<? super ForkJoinPool> getSaturatePredicate() {
        return pool -> true;
    }

    @Override
    public int getParallelism() {
        return parallelism;
    }

    @Override
    public int getMinimumRunnable() {
        return parallelism;
    }

    @Override
    public int getMaxPoolSize() {
        return parallelism;
    }

    @Override
    public int getCorePoolSize() {
        return parallelism;
    }

    @Override
    public int getKeepAliveSeconds() {
        return KEEP_ALIVE_SECONDS;
    }
}
