package dev.lakelight.cluster;

import dev.lakelight.catalog.LakeSession;
import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.catalyst.catalog.ExternalCatalog;
import org.apache.spark.sql.classic.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes sessions that each have a {@code SharedState} of their own. Spark makes one {@code SharedState} a JVM through its
 * builder; the constructor that PySpark uses makes a new one.
 */
final class ClusterSessions {

    private final SparkContext context;
    private final Set<SparkSession> open = ConcurrentHashMap.newKeySet();

    ClusterSessions(SparkContext context) {
        this.context = context;
    }

    /** One at a time: Spark registers each {@code SharedState} in unguarded collections of the context. */
    synchronized SparkSession open(
            Map<String, String> settings, Path warehouse, @Nullable UnaryOperator<ExternalCatalog> catalog) {
        SparkSession plain = new LakeSession(context, SessionSettings.of(settings, warehouse));
        return checked(catalog == null ? plain : OwnCatalogState.sessionWith(plain, catalog), settings);
    }

    private SparkSession checked(SparkSession session, Map<String, String> settings) {
        share(session);
        try {
            session.sessionState();
        } catch (RuntimeException e) {
            SessionTraces.remove(session);
            throw new UserError("Cannot open a session with the settings " + settings.keySet() + ": " + reason(e), e);
        }
        open.add(session);
        return session;
    }

    void close(SparkSession session) {
        if (open.remove(session)) {
            SessionTraces.remove(session);
        }
    }

    void closeAll() {
        List.copyOf(open).forEach(this::close);
    }

    /** Without a UI nobody reads a session's SQL status; recording every query of every session would be wasted work. */
    private void share(SparkSession session) {
        StatusStoreTriggers before = StatusStoreTriggers.now(context);
        session.sharedState();
        if (context.ui().isEmpty()) {
            before.restore(context);
            SessionTraces.removeStatusListener(session);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
