package dev.lakelight.databricks.sql;

import java.util.Locale;

/** The language of the one line that SQL does not have: to end a notebook with a value. */
public enum ExitLanguage {
    /** On every cluster and on serverless compute. */
    PYTHON("first()[0]"),
    /** Where there is no Python, as on a workspace of this machine. */
    SCALA("first().getString(0)");

    private final String firstValue;

    ExitLanguage(String firstValue) {
        this.firstValue = firstValue;
    }

    String magic() {
        return name().toLowerCase(Locale.ROOT);
    }

    String exitWith(String query) {
        return "dbutils.notebook.exit(spark.sql(\"%s\").%s)".formatted(query, firstValue);
    }
}
