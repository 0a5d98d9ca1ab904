package dev.lakelight.junit.testbed;

import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.SuiteResult;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Carries what happens inside of tests to the suite that reports it. Without a suite, nothing is recorded.
 */
public final class RunRecorder {

    private static final List<Listener> LISTENERS = new CopyOnWriteArrayList<>();

    private RunRecorder() {}

    /** Tell {@code receiver} of everything in this JVM from now on, until the result is closed. */
    public static Installation install(Listener receiver) {
        LISTENERS.add(receiver);
        return () -> LISTENERS.remove(receiver);
    }

    static void moduleRan(String testId, ModuleRun run) {
        LISTENERS.forEach(listener -> listener.moduleRan(testId, run));
    }

    static void jobRan(String testId, JobRun run) {
        LISTENERS.forEach(listener -> listener.jobRan(testId, run));
    }

    static void clusterStarted(SuiteResult.ClusterStart start) {
        LISTENERS.forEach(listener -> listener.clusterStarted(start));
    }

    static void executorLost(String description) {
        LISTENERS.forEach(listener -> listener.executorLost(description));
    }

    /** Is told what happens; called by the threads that run tests. */
    public interface Listener {

        /**
         * A module run is over, succeeded or not.
         *
         * @param testId unique id of the test that ran it
         */
        void moduleRan(String testId, ModuleRun run);

        /**
         * A job run is over, succeeded or not. The modules of its tasks are part of it and not told of otherwise.
         *
         * @param testId unique id of the test that ran it
         */
        void jobRan(String testId, JobRun run);

        /** A cluster is usable. */
        void clusterStarted(SuiteResult.ClusterStart start);

        /** An executor died; the description names it and the reason. */
        void executorLost(String description);
    }

    /** Ends the recording when it is closed. */
    @FunctionalInterface
    public interface Installation extends AutoCloseable {

        @Override
        void close();
    }
}
