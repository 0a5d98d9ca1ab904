package dev.lakelight.catalog;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/** The session that Spark and Delta take for the current thread's. */
final class ActiveSession {

    private ActiveSession() {}

    /** Do work with a session as the current thread's. */
    static <T> T during(SparkSession session, Supplier<T> work) {
        Option<SparkSession> before = SparkSession.getActiveSession();

        if (before.contains(session)) {
            return work.get();
        }

        SparkSession.setActiveSession(session);

        try {
            return work.get();
        } finally {
            if (before.isDefined()) {
                SparkSession.setActiveSession(before.get());
            } else {
                SparkSession.clearActiveSession();
            }
        }
    }
}
