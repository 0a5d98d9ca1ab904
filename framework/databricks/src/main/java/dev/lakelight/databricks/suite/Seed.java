package dev.lakelight.databricks.suite;

import static java.util.Objects.requireNonNull;

import dev.lakelight.databricks.rows.TextRows;
import java.nio.file.Path;

/** Something that is there before a test runs. */
public sealed interface Seed {

    /**
     * A table with rows, whose types are known.
     *
     * @param table {@code schema.table}
     * @param rows that it is filled with
     */
    record Table(String table, TextRows rows) implements Seed {
        public Table {
            requireNonNull(table, "table");
            requireNonNull(rows, "rows");
        }
    }

    /**
     * A script that makes and fills a table.
     *
     * @param table {@code schema.table}, whose schema is made first
     * @param sql statements
     */
    record Script(String table, String sql) implements Seed {
        public Script {
            requireNonNull(table, "table");
            requireNonNull(sql, "sql");
        }
    }

    /**
     * A file, or a folder with all that it holds, where the pipeline picks files up.
     *
     * @param target path below the files of the test, {@code /} as separator
     * @param source absolute path
     */
    record Landing(String target, Path source) implements Seed {
        public Landing {
            requireNonNull(target, "target");
            requireNonNull(source, "source");
        }
    }
}
