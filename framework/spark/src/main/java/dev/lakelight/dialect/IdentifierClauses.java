package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Puts names in place of {@code IDENTIFIER(...)} clauses, which Delta's own grammar does not have. */
final class IdentifierClauses {

    private final SparkSession session;

    IdentifierClauses(SparkSession session) {
        this.session = session;
    }

    String inlined(String sql) {
        StatementReader reader = StatementReader.of(sql, "IDENTIFIER('name')");
        StringBuilder result = new StringBuilder();
        int copied = 0;

        while (!reader.atEnd()) {
            int start = reader.offset();

            if (reader.atIdentifierClause()) {
                reader.take();
                result.append(sql, copied, start).append(name(reader.group()));
                copied = start + reader.textSince(start).length();
            } else {
                reader.take();
            }
        }

        return result.append(sql, copied, sql.length()).toString();
    }

    private String name(String expression) {
        Row row = session.sql("SELECT " + expression).head();

        if (row.isNullAt(0)) {
            throw DialectErrors.noName(expression);
        }

        return row.getString(0);
    }
}
