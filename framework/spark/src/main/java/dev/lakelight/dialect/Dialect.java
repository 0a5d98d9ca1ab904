package dev.lakelight.dialect;

import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** Decides which statements are Databricks' alone, and what becomes of them. */
final class Dialect {

    /** Only statements that begin with these are looked at closely. */
    private static final Set<String> VERBS = Set.of(
            "ALTER",
            "ANALYZE",
            "APPLY",
            "CACHE",
            "COPY",
            "CREATE",
            "DENY",
            "DESC",
            "DESCRIBE",
            "DROP",
            "FSCK",
            "GRANT",
            "LIST",
            "OPTIMIZE",
            "REFRESH",
            "REORG",
            "REPLACE",
            "RESTORE",
            "REVOKE",
            "SHOW",
            "UNDROP",
            "VACUUM");

    private final SparkSession session;

    Dialect(SparkSession session) {
        this.session = session;
    }

    /** Return whether a statement may be one that Spark has no grammar for. */
    boolean isOurs(String sql) {
        return VERBS.contains(verb(sql)) && read(sql).map(Bridges::isOurs).orElse(false);
    }

    LogicalPlan plan(String sql, SparkParser spark) throws ParseException {
        if (!VERBS.contains(verb(sql))) {
            return spark.parse(sql);
        }

        Optional<StatementReader> reader = read(sql);

        if (reader.isPresent() && Bridges.isOurs(reader.get())) {
            return new Bridges(spark).plan(new IdentifierClauses(session).inlined(sql));
        }

        return InformationalKeys.recorded(spark.parse(sql));
    }

    /** What cannot even be cut into tokens is left to Spark, which says so. */
    private static Optional<StatementReader> read(String sql) {
        try {
            return Optional.of(StatementReader.of(sql, ""));
        } catch (SqlSyntaxError e) {
            return Optional.empty();
        }
    }

    /** Return the first word, without taking the whole text apart unless it begins with a comment. */
    private static String verb(String sql) {
        String text = sql.stripLeading();

        if (text.startsWith("--") || text.startsWith("/*")) {
            List<String> words = read(text).map(reader -> reader.firstWords(1)).orElse(List.of());
            return words.isEmpty() ? "" : words.get(0);
        }

        int end = 0;

        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }

        return text.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
