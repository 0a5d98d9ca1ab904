package dev.lakelight.cluster;

import java.time.Duration;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.util.Utils;
import org.apache.spark.util.Utils$;

/** Starts the SparkContext of a cluster, or leaves nothing behind. */
final class SparkContexts {

    private static final String LOOPBACK = "127.0.0.1";

    private SparkContexts() {}

    static SparkContext start(ClusterSpec spec, Map<String, String> settings) {
        requireDelta();
        requireNoOther();
        Duration timeout = ClusterProperties.ofSystem().timeout();
        if (spec.kind() != ClusterSpec.Kind.EXTERNAL) {
            // Spares a look-up of this host's name, which is slow or fails on machines without proper DNS.
            Utils.setCustomHostname(LOOPBACK);
        }
        // Spark remembers the scratch folders of a JVM's first context for all later ones.
        Utils$.MODULE$.clearLocalRootDirs();
        SparkContext context = create(spec, settings);
        try {
            awaitExecutors(context, spec, timeout);
            return context;
        } catch (RuntimeException e) {
            context.stop();
            throw e;
        }
    }

    private static SparkContext create(ClusterSpec spec, Map<String, String> settings) {
        SparkConf conf = new SparkConf(false);
        settings.forEach(conf::set);
        try {
            return DriverClasses.offered(() -> new SparkContext(conf));
        } catch (RuntimeException e) {
            throw ClusterErrors.startFailed(spec, e);
        }
    }

    private static void awaitExecutors(SparkContext context, ClusterSpec spec, Duration timeout) {
        try {
            if (context.schedulerBackend() instanceof ProcessSchedulerBackend backend) {
                new RegistrationWait(backend, spec, timeout).await();
            } else if (spec.kind() == ClusterSpec.Kind.EXTERNAL) {
                SharedStaticsScheduler.install(context);
                new ExternalWait(context, spec, timeout).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClusterErrors.startFailed(spec, e);
        }
    }

    private static void requireDelta() {
        if (SparkContexts.class.getResource("/io/delta/sql/DeltaSparkSessionExtension.class") == null) {
            throw ClusterErrors.noDelta();
        }
    }

    private static void requireNoOther() {
        scala.Option<SparkContext> active = SparkContext$.MODULE$.getActive();
        if (active.isDefined()) {
            throw ClusterErrors.foreignContext(active.get().appName());
        }
    }
}
