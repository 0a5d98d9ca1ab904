package dev.lakelight.cluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;

/**
 * A hold on the running cluster of this JVM, got from {@link Clusters#acquire}. It is thread-safe. Closing it lets others
 * replace the cluster; it does not stop it.
 */
public final class Cluster implements AutoCloseable {

    private final RunningCluster running;
    private final Runnable giveBack;
    private final AtomicBoolean closed = new AtomicBoolean();

    Cluster(RunningCluster running, Runnable giveBack) {
        this.running = running;
        this.giveBack = giveBack;
    }

    /** Return what was asked for when it was started. */
    public ClusterSpec spec() {
        return running.spec();
    }

    /** Return every Spark setting that it was started with, by name. */
    public Map<String, String> settings() {
        return running.settings();
    }

    /** Return the time from asking to usable. */
    public Duration startTime() {
        return running.startTime();
    }

    /** Return the SparkContext that all sessions share. */
    public SparkContext sparkContext() {
        return running.sparkContext();
    }

    /**
     * Open a session that shares nothing but the SparkContext with others: it has its own catalog, warehouse, temporary views and
     * cached tables. It is not made the active session of any thread. Close it with {@link #closeSession}, never with
     * {@code SparkSession.close()}, which stops the cluster under everyone.
     *
     * @param settings SQL settings, static ones included, that win over those of the cluster
     * @param warehouse folder of managed tables; created when first needed
     * @throws dev.lakelight.problem.UserError when a setting has a wrong value or cannot be that of a session
     */
    public SparkSession newSession(Map<String, String> settings, Path warehouse) {
        return running.sessions().open(settings, warehouse, null);
    }

    /**
     * Open such a session with another catalog.
     *
     * @param catalog makes it, of one that is empty but for the schema {@code default}
     */
    public SparkSession newSession(
            Map<String, String> settings, Path warehouse, UnaryOperator<ExternalCatalog> catalog) {
        return running.sessions().open(settings, warehouse, catalog);
    }

    /** Close a session of {@link #newSession}: stops its streams, drops its caches, and leaves nothing of it in the context. */
    public void closeSession(SparkSession session) {
        running.sessions().close((org.apache.spark.sql.classic.SparkSession) session);
    }

    /** Return the executor processes that ended without being told to; each is a reason to be RED. */
    public List<LostExecutor> lostExecutors() {
        return running.lostExecutors();
    }

    /** Return the process ids of the executors; empty when they are no processes of ours. */
    public List<Long> executorPids() {
        return running.executorPids();
    }

    /** Give the hold back. Doing so twice is harmless. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            giveBack.run();
        }
    }
}
