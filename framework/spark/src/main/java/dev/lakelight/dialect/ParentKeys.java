package dev.lakelight.dialect;

import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import java.util.List;

/**
 * {@code FOREIGN KEY (customer) REFERENCES customers}, which means the primary key of that table. Spark's parser breaks down on it, so it
 * is given a column that stands for that key.
 */
final class ParentKeys {

    private static final String OMITTED = "lakelight: primary key";

    private ParentKeys() {}

    /** Return the statement with such a column wherever there is none, or as it is. */
    static String withColumns(String sql) {
        StatementReader reader = StatementReader.of(sql, "");
        StringBuilder text = new StringBuilder();
        int copied = 0;

        try {
            while (reader.passTo("FOREIGN", "KEY")) {
                reader.require("FOREIGN", "KEY");
                reader.nameList();
                reader.require("REFERENCES");
                int start = reader.offset();
                int end = start + reader.name().length();

                if (!reader.at('(')) {
                    text.append(sql, copied, end).append(" (`%s`)".formatted(OMITTED));
                    copied = end;
                }
            }
        } catch (SqlSyntaxError otherwise) {
            return sql;
        }

        return text.append(sql, copied, sql.length()).toString();
    }

    /** Return the columns that were written. */
    static List<String> written(List<String> columns) {
        return columns.equals(List.of(OMITTED)) ? List.of() : columns;
    }
}
