package dev.lakelight.cluster;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Opens and closes sessions that each have a {@code SharedState} of their own. Spark makes one {@code SharedState} a JVM through its
 * builder; the constructor that PySpark uses makes a new one.
 */
final class ClusterSessions {

    private static final String WAREHOUSE = "spark.sql.warehouse.dir";

    private final SparkContext context;
    private final Set<SparkSession> open = ConcurrentHashMap.newKeySet();

    ClusterSessions(SparkContext context) {
        this.context = context;
    }

    /** One at a time: Spark registers each {@code SharedState} in unguarded collections of the context. */
    synchronized SparkSession open(Map<String, String> settings, Path warehouse) {
        HashMap<String, String> options = new HashMap<>(settings);
        options.put(WAREHOUSE, location(warehouse));
        var session = new org.apache.spark.sql.classic.SparkSession(context, options);
        SessionTraces.forgetStatusListener(session);
        open.add(session);
        return session;
    }

    /** Return how Spark wants a local folder named. It does not decode what a URI encodes, such as spaces. */
    static String location(Path folder) {
        return new org.apache.hadoop.fs.Path(folder.toAbsolutePath().toUri()).toString();
    }

    void close(SparkSession session) {
        if (open.remove(session)) {
            SessionTraces.remove((org.apache.spark.sql.classic.SparkSession) session);
        }
    }

    void closeAll() {
        List.copyOf(open).forEach(this::close);
    }
}
