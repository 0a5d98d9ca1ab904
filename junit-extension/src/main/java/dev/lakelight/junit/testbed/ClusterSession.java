package dev.lakelight.junit.testbed;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.cluster.LostExecutor;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.result.SuiteResult;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The use that one JUnit launcher session makes of the cluster of this JVM. The cluster is stopped when the last session is
 * closed. Thread-safe.
 */
public final class ClusterSession implements AutoCloseable {

    private static final AtomicInteger OPEN = new AtomicInteger();

    private final Map<String, Cluster> seen = new ConcurrentHashMap<>();
    private final Set<LostExecutor> lost = ConcurrentHashMap.newKeySet();
    private final Map<ClusterSpec, EnvironmentError> failedStarts = new ConcurrentHashMap<>();

    private ClusterSession() {}

    /** Open a session. */
    public static ClusterSession open() {
        OPEN.incrementAndGet();
        return new ClusterSession();
    }

    /**
     * Return a hold on a cluster as specified; give it back with {@link #release}. Waits while others use a different one. A
     * cluster that could not be started once is not tried again: every test would wait for the same failure.
     *
     * @throws EnvironmentError when it cannot be had
     */
    Cluster acquire(ClusterSpec spec) {
        EnvironmentError failed = failedStarts.get(spec);

        if (failed != null) {
            throw new EnvironmentError("The cluster could not be started before: " + failed.getMessage(), failed);
        }

        try {
            return note(Clusters.ofThisJvm().acquire(spec));
        } catch (EnvironmentError e) {
            failedStarts.put(spec, e);
            throw e;
        }
    }

    void release(Cluster cluster) {
        tellLosses(cluster);
        cluster.close();
    }

    /** End the session. Losses are told up to here, whoever was affected. */
    @Override
    public void close() {
        seen.values().forEach(this::tellLosses);

        if (OPEN.decrementAndGet() == 0) {
            Clusters.ofThisJvm().stop();
        }
    }

    private Cluster note(Cluster cluster) {
        String id = cluster.sparkContext().applicationId();

        if (seen.putIfAbsent(id, cluster) == null) {
            ClusterSpec spec = cluster.spec();
            RunRecorder.clusterStarted(new SuiteResult.ClusterStart(
                    spec.description(), spec.executors(), cluster.startTime().toMillis()));
        }

        return cluster;
    }

    private void tellLosses(Cluster cluster) {
        cluster.lostExecutors().stream()
                .filter(lost::add)
                .forEach(executor -> RunRecorder.executorLost(description(executor)));
    }

    private static String description(LostExecutor executor) {
        String output = executor.output().isBlank() ? "it wrote nothing" : "its last output:\n" + executor.output();
        return "executor %s (process %d) ended with exit code %d; %s"
                .formatted(executor.id(), executor.pid(), executor.exitCode(), output);
    }
}
