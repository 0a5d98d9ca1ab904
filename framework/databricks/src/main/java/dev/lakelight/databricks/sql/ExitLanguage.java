package dev.lakelight.databricks.sql;

import dev.lakelight.databricks.suite.Languages;
import java.util.Locale;

/** The language of the one line that SQL does not have: to end a notebook with a value. It also tells which languages there are. */
public enum ExitLanguage {
    /** On every cluster and on serverless compute. */
    PYTHON("first()[0])"),
    /** Where there is no Python. */
    SCALA("first().getString(0))"),
    /** On a workspace of this machine. */
    JAVA("first().getString(0));");

    private final String firstValue;

    ExitLanguage(String firstValue) {
        this.firstValue = firstValue;
    }

    /** Return the languages of notebooks that only some workspaces run. */
    public Languages languages() {
        return new Languages(this == PYTHON, this == JAVA);
    }

    String magic() {
        return name().toLowerCase(Locale.ROOT);
    }

    String exitWith(String query) {
        return "dbutils.notebook.exit(spark.sql(\"%s\").%s".formatted(query, firstValue);
    }
}
