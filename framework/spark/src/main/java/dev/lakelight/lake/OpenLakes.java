package dev.lakelight.lake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SharedState;

/** The lakes of this JVM, by what sessions that are derived from one another have in common. */
final class OpenLakes {

    private static final Map<SharedState, Lake> OPEN = new ConcurrentHashMap<>();

    private OpenLakes() {}

    static void add(Lake lake) {
        OPEN.put(sharedState(lake.session()), lake);
    }

    static Optional<Lake> of(SparkSession session) {
        return Optional.ofNullable(OPEN.get(sharedState(session)));
    }

    static void remove(Lake lake) {
        OPEN.remove(sharedState(lake.session()));
    }

    private static SharedState sharedState(SparkSession session) {
        return ((org.apache.spark.sql.classic.SparkSession) session).sharedState();
    }
}
