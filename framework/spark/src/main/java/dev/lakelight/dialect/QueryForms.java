package dev.lakelight.dialect;

import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What queries may read on Databricks and not in Spark: a version of a table as {@code table@v1} or {@code table@20240102030405678},
 * and what Delta tells of a table as {@code FROM (DESCRIBE HISTORY table)}.
 */
final class QueryForms {

    private static final Pattern VERSION = Pattern.compile("[vV](\\d+)");
    private static final Pattern TIMESTAMP =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d{3})");

    /** Only texts with one of these are looked at closely. */
    private static final Pattern HINT =
            Pattern.compile("@[vV]?\\d|\\(\\s*DESC(RIBE)?\\s+(HISTORY|DETAIL)\\s", Pattern.CASE_INSENSITIVE);

    private final String sql;
    private final StatementReader reader;
    private final StringBuilder result = new StringBuilder();
    private int copied;

    private QueryForms(String sql) {
        this.sql = sql;
        this.reader = StatementReader.of(sql, "");
    }

    /** Return a statement as Spark reads it. */
    static String inSpark(String sql) {
        if (!HINT.matcher(sql).find()) {
            return sql;
        }

        try {
            return new QueryForms(sql).replaced();
        } catch (SqlSyntaxError notInTokens) {
            // Spark says so.
            return sql;
        }
    }

    private String replaced() {
        int endOfLast = -1;

        while (!reader.atEnd()) {
            int start = reader.offset();

            if (reader.at('@') && start == endOfLast) {
                replaceVersion(start);
            } else if (reader.at('(')) {
                replaceDescription();
            } else {
                reader.take();
            }

            endOfLast = start + reader.textSince(start).length();
        }

        return result.append(sql, copied, sql.length()).toString();
    }

    private void replaceVersion(int start) {
        reader.take();
        String point = reader.atEnd() || reader.offset() != start + 1 ? "" : reader.take();
        Matcher version = VERSION.matcher(point);
        Matcher timestamp = TIMESTAMP.matcher(point);

        if (version.matches()) {
            replace(start, " VERSION AS OF " + version.group(1));
        } else if (timestamp.matches()) {
            replace(start, timestamp.replaceFirst(" TIMESTAMP AS OF '$1-$2-$3 $4:$5:$6.$7'"));
        }
    }

    private void replaceDescription() {
        int start = reader.offset();
        reader.take();
        boolean describes = reader.at("DESCRIBE", "HISTORY")
                || reader.at("DESC", "HISTORY")
                || reader.at("DESCRIBE", "DETAIL")
                || reader.at("DESC", "DETAIL");

        if (describes) {
            int inner = reader.offset();
            passToEndOfGroup();
            String description = reader.textSince(inner);
            String statement =
                    description.substring(0, description.length() - 1).strip();
            replace(start, "(" + LateStatements.asRelation(inSpark(statement)) + ")");
        }
    }

    private void passToEndOfGroup() {
        int open = 1;

        while (open > 0) {
            open += reader.at('(') ? 1 : reader.at(')') ? -1 : 0;
            reader.take();
        }
    }

    private void replace(int start, String text) {
        result.append(sql, copied, start).append(text);
        copied = start + reader.textSince(start).length();
    }
}
