package dev.lakelight.databricks.sql;

import dev.lakelight.notebook.NotebookLanguage;
import java.util.ArrayList;
import java.util.List;

/** Writes a SQL notebook in source format. */
final class SqlNotebook {

    private static final String SEPARATOR = "\n\n-- COMMAND ----------\n\n";

    private final List<String> cells = new ArrayList<>();

    SqlNotebook cell(String sql) {
        cells.add(sql.strip());
        return this;
    }

    /** Add a cell of a magic such as {@code %run}; it has one line. */
    SqlNotebook magic(String line) {
        cells.add("-- MAGIC " + line);
        return this;
    }

    /** Add a cell that ends the notebook with the text that a query returns. */
    SqlNotebook exitWith(String query, ExitLanguage language) {
        return magic("%%%s %s".formatted(language.magic(), language.exitWith(query)));
    }

    String text() {
        return NotebookLanguage.SQL.header() + "\n" + String.join(SEPARATOR, cells) + "\n";
    }
}
