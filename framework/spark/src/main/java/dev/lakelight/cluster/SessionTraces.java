package dev.lakelight.cluster;

import java.util.List;
import java.util.concurrent.TimeoutException;
import org.apache.spark.scheduler.SparkListenerInterface;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.execution.ui.SQLAppStatusListener;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a session leaves in its SparkContext, and how it gets out again. */
final class SessionTraces {

    private static final Logger LOG = LoggerFactory.getLogger(SessionTraces.class);

    private SessionTraces() {}

    static void remove(SparkSession session) {
        stopStreams(session);
        session.sharedState().cacheManager().clearCache();
        removeStatusListener(session);
        removeEventBuses(session);
        if (SparkSession.getActiveSession().contains(session)) {
            SparkSession.clearActiveSession();
        }
    }

    static void removeStatusListener(SparkSession session) {
        scala.Option<SQLAppStatusListener> listener =
                session.sharedState().statusStore().listener();
        if (listener.isDefined()) {
            removeListener(session, listener.get());
        }
    }

    /** Spark makes these when a session is first used for streams or gets a query listener, and has no way to end them. */
    private static void removeEventBuses(SparkSession session) {
        PrivateField state = PrivateField.of(session, "sessionState");
        for (PrivateField bus : List.of(
                state.field("streamingQueryManager").field("listenerBus"),
                state.field("listenerManager").field("listenerBus"))) {
            bus.as(SparkListenerInterface.class).ifPresent(listener -> removeListener(session, listener));
        }
    }

    private static void removeListener(SparkSession session, SparkListenerInterface listener) {
        session.sparkContext().listenerBus().removeListener(listener);
    }

    /** Asks the shared state, which knows the streams of sessions derived from this one as well. */
    private static void stopStreams(SparkSession session) {
        for (Object query :
                List.copyOf(session.sharedState().activeStreamingQueries().values())) {
            stop((StreamingQuery) query);
        }
    }

    private static void stop(StreamingQuery query) {
        try {
            query.stop();
        } catch (TimeoutException e) {
            LOG.warn("Streaming query {} did not stop in time", query.id(), e);
        }
    }
}
