package dev.lakelight.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.spark.util.ShutdownHookManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.runtime.BoxedUnit;

/**
 * The one cluster of this JVM. Whoever asks for what is running shares it; whoever asks for something else waits until all
 * others have closed theirs, then it is replaced. The last one stays warm until the JVM exits.
 */
public final class Clusters {

    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);
    private static final Clusters INSTANCE = new Clusters(Duration.ofMinutes(10));

    /** Before Spark's own hook, which stops the SparkContext with a priority of 50 and knows nothing of what belongs to it. */
    private static final int BEFORE_SPARK = 60;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition leasesChanged = lock.newCondition();
    private final Leases leases = new Leases();
    private final Duration patience;
    private @Nullable RunningCluster running;
    private boolean stopsAtExit;

    Clusters(Duration patience) {
        this.patience = patience;
    }

    /** Return the registry that the whole JVM shares. */
    public static Clusters ofThisJvm() {
        return INSTANCE;
    }

    /**
     * Return a cluster as specified, started if need be. Close it when done; that lets others replace it.
     *
     * @throws dev.lakelight.problem.EnvironmentError when it cannot be started, or another is held for too long
     */
    public Cluster acquire(ClusterSpec spec) {
        lock.lock();
        try {
            return lease(obtain(spec));
        } finally {
            lock.unlock();
        }
    }

    /** Stop what is running, leased or not. Called at JVM exit; tests seldom need it. */
    public void stop() {
        lock.lock();
        try {
            stopRunning();
        } finally {
            lock.unlock();
        }
    }

    private RunningCluster obtain(ClusterSpec spec) {
        Map<String, String> settings = ClusterSettings.of(spec);
        while (running != null && !running.serves(settings)) {
            if (leases.isEmpty()) {
                LOG.info("{}", running.whyReplacedBy(spec, settings));
                stopRunning();
            } else {
                awaitLeases(spec, running);
            }
        }
        if (running == null) {
            running = RunningCluster.start(spec, settings);
            stopAtExit();
        }
        return running;
    }

    private void stopAtExit() {
        if (!stopsAtExit) {
            stopsAtExit = true;
            ShutdownHookManager.addShutdownHook(BEFORE_SPARK, () -> {
                stop();
                return BoxedUnit.UNIT;
            });
        }
    }

    /** Patience starts anew whenever a lease is taken or returned: as long as tests come and go, nothing hangs. */
    private void awaitLeases(ClusterSpec wanted, RunningCluster current) {
        long seen = leases.changes();
        long nanos = patience.toNanos();
        try {
            while (nanos > 0 && seen == leases.changes()) {
                nanos = leasesChanged.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClusterErrors.startFailed(wanted, e);
        }
        if (seen == leases.changes()) {
            throw ClusterErrors.stillLeased(wanted, current.spec().description(), leases.holders());
        }
    }

    private Cluster lease(RunningCluster cluster) {
        Leases.Lease lease = leases.take(Thread.currentThread().getName());
        leasesChanged.signalAll();
        return new Cluster(cluster, () -> giveBack(lease));
    }

    private void giveBack(Leases.Lease lease) {
        lock.lock();
        try {
            leases.giveBack(lease);
            leasesChanged.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void stopRunning() {
        if (running != null) {
            RunningCluster stopping = running;
            running = null;
            stopping.stop();
        }
    }
}
