package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import org.apache.spark.sql.SparkSession;

/**
 * {@code ALTER TABLE ... ADD CONSTRAINT ... CHECK}. Delta's grammar does not know that a quote in a text may be written twice: to it
 * {@code 'it''s'} are two texts, of which Spark then makes {@code its}. So such a quote is written with a backslash.
 */
final class QuotedChecks {

    /** With one of them a quote is written in another way, or not at all. */
    private static final String BACKSLASH_IS_TEXT = "spark.sql.parser.escapedStringLiterals";

    private static final String TEXTS_ARE_JOINED = "spark.sql.legacy.consecutiveStringLiterals.enabled";

    private QuotedChecks() {}

    /** Return the statement with such quotes, or as it is when it is another one. */
    static String withBackslashes(String sql, SparkSession session) {
        StatementReader statement = StatementReader.of(sql, "");
        return addsOne(statement.again()) && !isOn(session, BACKSLASH_IS_TEXT) && !isOn(session, TEXTS_ARE_JOINED)
                ? rewritten(sql, statement.again())
                : sql;
    }

    private static boolean addsOne(StatementReader reader) {
        return reader.at("ALTER", "TABLE") && reader.passTo("ADD", "CONSTRAINT") && reader.passTo("CHECK");
    }

    private static boolean isOn(SparkSession session, String setting) {
        return session.conf().getOption(setting).contains("true");
    }

    private static String rewritten(String sql, StatementReader reader) {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        int endOfText = -1;

        while (!reader.atEnd()) {
            boolean isText = reader.atString();
            int start = reader.offset();
            String token = reader.take();

            if (isText && start == endOfText && token.charAt(0) == sql.charAt(start - 1)) {
                text.append(sql, copied, start - 1).append('\\').append(token.charAt(0));
                copied = start + 1;
            }

            boolean isEscaped = isText && (token.startsWith("'") || token.startsWith("\""));
            endOfText = isEscaped ? start + token.length() : -1;
        }

        return text.append(sql, copied, sql.length()).toString();
    }
}
