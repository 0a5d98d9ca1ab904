package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import scala.jdk.javaapi.CollectionConverters;

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

        return quoted(String.valueOf(row.get(0)));
    }

    /** Quote each part, so that the text of a value can be nothing but a name. */
    private String quoted(String name) {
        try {
            ParserInterface parser = ((org.apache.spark.sql.classic.SparkSession) session)
                    .sessionState()
                    .sqlParser();
            return CollectionConverters.asJava(parser.parseMultipartIdentifier(name)).stream()
                    .map(part -> "`" + part.replace("`", "``") + "`")
                    .collect(Collectors.joining("."));
        } catch (ParseException e) {
            throw DialectErrors.notAName(name, e);
        }
    }
}
