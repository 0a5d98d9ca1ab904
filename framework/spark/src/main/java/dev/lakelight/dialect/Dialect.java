package dev.lakelight.dialect;

import dev.lakelight.sql.SqlStatement;
import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
            "BEGIN",
            "CACHE",
            "COMMENT",
            "CONVERT",
            "COPY",
            "CREATE",
            "DENY",
            "DESC",
            "DESCRIBE",
            "DROP",
            "EXPLAIN",
            "FSCK",
            "GET",
            "GRANT",
            "LIST",
            "MSCK",
            "OPTIMIZE",
            "PUT",
            "REFRESH",
            "REMOVE",
            "REORG",
            "REPLACE",
            "RESIGNAL",
            "RESTORE",
            "REVOKE",
            "SET",
            "SHOW",
            "SIGNAL",
            "SYNC",
            "UNDROP",
            "UNSET",
            "USE",
            "VACUUM");

    private static final Pattern LABEL = Pattern.compile("\\s*[\\w`]+\\s*:\\s*BEGIN\\b.*", Pattern.CASE_INSENSITIVE);

    private final SparkSession session;

    Dialect(SparkSession session) {
        this.session = session;
    }

    /** Return whether a statement, or one in it, is one that Spark has no grammar for, or not for all of its forms. */
    boolean isOurs(String sql) {
        return mayBeOurs(sql)
                && read(sql)
                        .map(reader -> Bridges.isOurs(reader) || hasInner(sql))
                        .orElse(false);
    }

    private boolean hasInner(String sql) {
        return !withLateStatements(sql).equals(sql);
    }

    LogicalPlan plan(String sql, SparkParser spark) throws ParseException {
        Optional<StatementReader> reader = mayBeOurs(sql) ? read(sql) : Optional.empty();

        if (reader.isEmpty()) {
            return spark.parse(sql);
        }

        if (Bridges.isOurs(reader.get())) {
            return new Bridges(spark, session).plan(new IdentifierClauses(session).inlined(sql));
        }

        String text = withLateStatements(sql);

        if (DeclaredConstraints.mayBeIn(reader.get())) {
            text = QuotedChecks.withBackslashes(ParentKeys.withColumns(text), session);
        }

        LogicalPlan plan = DeclaredConstraints.recorded(Scripts.inSpark(spark.parse(text)), session);
        return ShownNames.isOne(reader.get()) ? ShownNames.of(plan) : plan;
    }

    /** Spark's grammar takes a script as a whole: what of it is ours is put into it as names of relations, and read when it is run. */
    private static String withLateStatements(String sql) {
        return new SqlStatement(sql, 1, 1).withInner(inner -> {
            boolean isOurs = mayBeOurs(inner.text())
                    && read(inner.text())
                            .map(reader -> Bridges.isOurs(reader) || DeclaredConstraints.mayBeIn(reader))
                            .orElse(false);
            return isOurs ? LateStatements.asRelation(inner) : inner.text();
        });
    }

    /** Return whether the first word may begin a statement of ours; a label of a script is followed by a colon. */
    private static boolean mayBeOurs(String sql) {
        return VERBS.contains(verb(sql)) || LABEL.matcher(sql).lookingAt();
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
