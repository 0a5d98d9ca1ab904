package dev.lakelight.runtime;

import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * The session of one run: it shares catalog, tables and cached data with the session that it was made from, and has temporary
 * views and settings of its own. A module that ends with {@code spark.stop()}, as many do, does not take the cluster with it.
 */
final class RunSession extends org.apache.spark.sql.classic.SparkSession {

    private static final long serialVersionUID = 1;
    private static final String SUBSTITUTE = "spark.sql.variable.substitute";

    private RunSession(org.apache.spark.sql.classic.SparkSession parent) {
        super(
                parent.sparkContext(),
                Option.apply(parent.sharedState()),
                Option.empty(),
                parent.extensions(),
                parent.initialSessionOptions(),
                scala.collection.immutable.Map$.MODULE$.empty());
    }

    /** Make a session with these settings on top of those that the parent was made with. */
    static RunSession of(SparkSession parent, Map<String, String> settings) {
        RunSession session = new RunSession((org.apache.spark.sql.classic.SparkSession) parent);
        settings.forEach(session::set);
        return session;
    }

    private void set(String name, String value) {
        if (conf().getOption(name).contains(value)) {
            return;
        }

        try {
            conf().set(name, value);
        } catch (RuntimeException e) {
            throw RunErrors.settingRejected(name, value, e);
        }
    }

    /** Run a statement whose references have been replaced: Spark would turn those that are meant as text into nothing. */
    Dataset<Row> parsed(String sql, Map<String, Object> arguments) {
        if (!sql.contains("${")) {
            return run(sql, arguments);
        }

        String before = conf().get(SUBSTITUTE);
        conf().set(SUBSTITUTE, false);

        try {
            return run(sql, arguments);
        } finally {
            conf().set(SUBSTITUTE, before);
        }
    }

    private Dataset<Row> run(String sql, Map<String, Object> arguments) {
        return arguments.isEmpty() ? sql(sql) : sql(sql, arguments);
    }

    /** Do nothing: the cluster serves others. */
    @Override
    public void stop() {
        // Databricks tells its users not to stop the session of a cluster; here it is harmless.
    }

    /** Do nothing: the cluster serves others. */
    @Override
    public void close() {
        stop();
    }

    /** Do work with this as the current thread's active session, which threads that it starts inherit. */
    void active(Runnable work) {
        Option<SparkSession> before = SparkSession.getActiveSession();
        SparkSession.setActiveSession(this);

        try {
            work.run();
        } finally {
            if (before.isDefined()) {
                SparkSession.setActiveSession(before.get());
            } else {
                SparkSession.clearActiveSession();
            }
        }
    }
}
