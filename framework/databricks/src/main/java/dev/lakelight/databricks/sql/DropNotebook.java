package dev.lakelight.databricks.sql;

import java.util.Map;
import java.util.Set;

/** Drops the catalogs of tests. */
public final class DropNotebook {

    private DropNotebook() {}

    /**
     * Write the notebook; it can be run again.
     *
     * @param catalogs with the schemas that are known of them
     */
    public static String of(Map<String, Set<String>> catalogs) {
        SqlNotebook notebook = new SqlNotebook();
        catalogs.forEach((catalog, schemas) -> {
            schemas.forEach(schema -> notebook.cell(
                    "DROP SCHEMA IF EXISTS %s.%s CASCADE".formatted(Sql.name(catalog), Sql.name(schema))));
            notebook.cell("DROP CATALOG IF EXISTS %s CASCADE".formatted(Sql.name(catalog)));
        });
        return notebook.text();
    }
}
