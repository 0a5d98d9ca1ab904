package dev.lakelight.compare;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;

/** Settings of Spark for the queries that compare. Those of the session are not touched: others use it at the same time. */
final class ComparisonSettings {

    /** So many are no longer compiled into one piece of code, and what Spark does for each pair of them begins to count. */
    static final int MANY_COLUMNS = 100;

    /** Of more data, code that is made for it is soon worth its time. */
    static final long FEW_BYTES = 64L << 20;

    private static final String CONSTRAINTS = "spark.sql.constraintPropagation.enabled";
    private static final String CODE = "spark.sql.codegen.factoryMode";
    private static final String NO_CODE = "NO_CODEGEN";

    private ComparisonSettings() {}

    /**
     * Return what comes of queries of so many columns. Of many Spark is not to infer conditions: it compares each with each other one,
     * which took a minute for two thousand. Of few it may, as they may come from joins.
     */
    static <T> T apply(SparkSession session, int columns, Supplier<T> queries) {
        return columns < MANY_COLUMNS
                ? queries.get()
                : SQLConf.withExistingConf(changed(session, Map.of(CONSTRAINTS, "false")), queries::get);
    }

    /** Return what comes of queries of so many columns and of few rows. Each task would make code of its own for all columns. */
    static <T> T applyToFewRows(SparkSession session, int columns, Supplier<T> queries) {
        if (columns < MANY_COLUMNS) {
            return queries.get();
        }

        SQLConf settings = changed(session, Map.of(CONSTRAINTS, "false", CODE, NO_CODE));
        SparkContext context = session.sparkContext();
        String before = context.getLocalProperty(CODE);
        context.setLocalProperty(CODE, NO_CODE); // Tasks get the settings of the session, and of the thread.

        try {
            return SQLConf.withExistingConf(settings, queries::get);
        } finally {
            context.setLocalProperty(CODE, before);
        }
    }

    private static SQLConf changed(SparkSession session, Map<String, String> changes) {
        SQLConf settings = ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .conf()
                .clone();
        changes.forEach(settings::setConfString);
        return settings;
    }
}
