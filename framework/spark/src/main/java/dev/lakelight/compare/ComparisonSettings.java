package dev.lakelight.compare;

import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;

/** Settings of Spark for the queries that compare. Those of the session are not touched: others use it at the same time. */
final class ComparisonSettings {

    private static final String CONSTRAINTS = "spark.sql.constraintPropagation.enabled";
    private static final int MANY_COLUMNS = 100;

    private ComparisonSettings() {}

    /**
     * Return what comes of queries that are planned and run with these settings. Of many columns Spark is not to infer conditions:
     * it compares each with each other one, which took a minute for two thousand. Of few it may, as they may come from joins.
     */
    static <T> T apply(SparkSession session, int columns, Supplier<T> queries) {
        return columns < MANY_COLUMNS
                ? queries.get()
                : SQLConf.withExistingConf(withoutConstraints(session), queries::get);
    }

    private static SQLConf withoutConstraints(SparkSession session) {
        SQLConf settings = ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .conf()
                .clone();
        settings.setConfString(CONSTRAINTS, "false");
        return settings;
    }
}
