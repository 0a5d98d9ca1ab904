package dev.lakelight.databricks.sql;

import dev.lakelight.databricks.suite.ExpectedTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the tables that a test has left, where they are, and ends with what it has found as JSON: counts, and of differing rows the
 * first. It needs session variables and {@code EXECUTE IMMEDIATE}, which Databricks has since its runtime 14.3.
 */
public final class CheckNotebook {

    /** How many missing rows of a table travel back, and how many unexpected ones. */
    public static final int SHOWN_ROWS = 20;

    /** The version of the JSON. */
    public static final int VERSION = 1;

    private CheckNotebook() {}

    /**
     * Write the notebook.
     *
     * @param catalog of the test
     * @param tables what is expected, in order
     * @param language of the line that ends it
     */
    public static String of(String catalog, List<ExpectedTable> tables, ExitLanguage language) {
        SqlNotebook notebook = new SqlNotebook().cell("""
                        SET spark.sql.ansi.enabled=true;
                        USE CATALOG %s;
                        DECLARE OR REPLACE VARIABLE lakelight_sql STRING;
                        DECLARE OR REPLACE VARIABLE lakelight_result STRING""".formatted(Sql.name(catalog)));
        List<String> results = new ArrayList<>();

        for (int number = 0; number < tables.size(); number++) {
            TableCheck check = new TableCheck(tables.get(number), number);
            check.cells().forEach(notebook::cell);
            results.add(check.result());
        }

        return notebook.cell("SET VAR lakelight_result = concat('{\"lakelight\":%d,\"tables\":[', %s, ']}')"
                        .formatted(VERSION, String.join(", ',', ", results)))
                .exitWith("SELECT lakelight_result", language)
                .text();
    }
}
