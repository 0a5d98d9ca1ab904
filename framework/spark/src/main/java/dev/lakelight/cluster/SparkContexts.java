package dev.lakelight.cluster;

import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkContext$;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.Utils;

/** Starts the SparkContext of a cluster, or leaves nothing behind. */
final class SparkContexts {

    private static final String LOOPBACK = "127.0.0.1";

    private SparkContexts() {}

    static SparkContext start(ClusterSpec spec, Map<String, String> settings) {
        requireDelta();
        requireNoOther();
        if (spec.kind() != ClusterSpec.Kind.EXTERNAL) {
            // Spares a look-up of this host's name, which is slow or fails on machines without proper DNS.
            Utils.setCustomHostname(LOOPBACK);
        }
        SparkConf conf = new SparkConf(false);
        settings.forEach(conf::set);
        try {
            return new SparkContext(conf);
        } catch (RuntimeException e) {
            throw ClusterErrors.startFailed(spec, e);
        } finally {
            SparkSession.clearDefaultSession();
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
