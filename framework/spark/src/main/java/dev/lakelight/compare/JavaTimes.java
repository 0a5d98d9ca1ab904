package dev.lakelight.compare;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.internal.SQLConf;

/**
 * Lets a dataset hand out dates and times of {@code java.time}. Those of {@code java.sql}, which are Spark's default, lose days of
 * old calendars and need a JVM that opens a package of the JDK; the session's own setting stays as it is.
 */
final class JavaTimes {

    private static final String SETTING = "spark.sql.datetime.java8API.enabled";

    private JavaTimes() {}

    static Dataset<Row> in(Dataset<Row> rows) {
        Encoder<Row> encoder =
                SQLConf.withExistingConf(settings(rows.sparkSession()), () -> Encoders.row(rows.schema()));
        return rows.as(encoder);
    }

    /** Return the settings of a session, but with times of {@code java.time}. */
    static SQLConf settings(SparkSession session) {
        SQLConf settings = ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .conf()
                .clone();
        settings.setConfString(SETTING, "true");
        return settings;
    }
}
