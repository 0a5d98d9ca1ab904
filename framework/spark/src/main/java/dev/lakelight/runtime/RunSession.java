package dev.lakelight.runtime;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.catalog.LakeSession;
import dev.lakelight.catalog.ShownErrors;
import dev.lakelight.dbutils.NotebookExit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Option;

/**
 * The session of one run: it shares catalog, tables and cached data with the session that it was made from, and has temporary
 * views and settings of its own. A module that ends with {@code spark.stop()}, as many do, does not take the cluster with it.
 */
final class RunSession extends LakeSession {

    private static final long serialVersionUID = 1;
    private static final String DEFAULT_CATALOG = "spark.sql.defaultCatalog";
    private static final String SUBSTITUTE = "spark.sql.variable.substitute";
    private static final AtomicLong LAST = new AtomicLong();

    private final String tag = "lakelight-run-" + LAST.incrementAndGet();

    private RunSession(org.apache.spark.sql.classic.SparkSession parent) {
        super(parent);
    }

    /** Make a session with these settings on top of those that the parent was made with. */
    static RunSession of(SparkSession parent, Map<String, String> settings) {
        RunSession session = new RunSession((org.apache.spark.sql.classic.SparkSession) parent);
        settings.forEach(session::set);

        if (settings.containsKey(DEFAULT_CATALOG)) {
            new Catalogs(session).define();
        }

        return session;
    }

    private void set(String name, String value) {
        if (conf().getOption(name).contains(value)) {
            return;
        }

        try {
            conf().set(name, value);
        } catch (Exception e) {
            // Spark throws its checked AnalysisException without declaring it.
            throw RunErrors.settingRejected(name, value, e);
        }
    }

    /** Run a statement whose references have been replaced: Spark would turn those that are meant as text into nothing. */
    Dataset<Row> parsed(String sql) {
        if (!sql.contains("${")) {
            return sql(sql);
        }

        String before = conf().get(SUBSTITUTE);
        conf().set(SUBSTITUTE, false);

        try {
            return sql(sql);
        } finally {
            conf().set(SUBSTITUTE, before);
        }
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

    /**
     * Do work with this as the current thread's active session, which threads that it starts inherit. When it fails, Spark jobs
     * that it has left behind are cancelled, those that are still to start, too: a thread that is interrupted does not wait for
     * its job's end.
     */
    void active(Runnable work) {
        Option<SparkSession> before = SparkSession.getActiveSession();
        SparkSession.setActiveSession(this);
        sparkContext().addJobTag(tag);

        try {
            work.run();
        } catch (Throwable e) {
            cancelUnlessExit(e);
            new ShownErrors(this).show(e);
            throw e;
        } finally {
            sparkContext().removeJobTag(tag);
            restore(before);
        }
    }

    private void cancelUnlessExit(Throwable thrown) {
        if (NotebookExit.in(thrown).isEmpty()) {
            CancelledJobs.cancel(sparkContext(), tag);
        }
    }

    private static void restore(Option<SparkSession> before) {
        if (before.isDefined()) {
            SparkSession.setActiveSession(before.get());
        } else {
            SparkSession.clearActiveSession();
        }
    }
}
