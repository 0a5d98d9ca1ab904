package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.sql.StatementReader;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** Leads each statement of Databricks to what runs it here. */
final class Bridges {

    private static final Set<String> DELTA_STATEMENTS =
            Set.of("OPTIMIZE", "VACUUM", "RESTORE", "REORG", "DESCRIBE HISTORY", "DESCRIBE DETAIL");
    private static final Set<String> PERMISSIONS = Set.of("GRANT", "REVOKE", "DENY");

    private final SparkParser spark;
    private final SparkSession session;

    Bridges(SparkParser spark, SparkSession session) {
        this.spark = spark;
        this.session = session;
    }

    /** Return whether Spark and Delta have no rule for a statement, or not for all of its forms. */
    static boolean isOurs(StatementReader reader) {
        List<String> words = reader.firstWords(3);
        String verb = words.get(0);
        return verb.equals("COPY")
                || verb.equals("ANALYZE")
                || PERMISSIONS.contains(verb)
                || isDeltaStatement(words)
                || CatalogStatements.isOne(reader)
                || Conversion.isOne(reader)
                || ShownDefinition.isOne(reader)
                || Cloning.isOne(reader)
                || Rewrites.isOne(reader)
                || Constraints.dropsOne(reader)
                || Governance.isOne(reader)
                || Volume.isOne(reader)
                || ShownVolumes.isOne(reader)
                || Refusals.reason(reader).isPresent();
    }

    private static boolean isDeltaStatement(List<String> words) {
        String first = words.get(0).equals("DESC") ? "DESCRIBE" : words.get(0);
        return DELTA_STATEMENTS.contains(first)
                || (words.size() > 1 && DELTA_STATEMENTS.contains(first + " " + words.get(1)));
    }

    LogicalPlan plan(String sql) throws ParseException {
        StatementReader reader = StatementReader.of(sql, "");
        Refusals.reason(reader).ifPresent(reason -> {
            throw DialectErrors.refused(reader, reason);
        });
        List<String> words = reader.firstWords(2);
        String verb = words.get(0);

        if (verb.equals("COPY")) {
            return new DialectCommand(CopyIntoReader.read(sql));
        }

        if (verb.equals("ANALYZE")) {
            return new DialectCommand(AnalyzeTable.read(sql, spark));
        }

        if (PERMISSIONS.contains(verb)) {
            return new DialectCommand(Governance.permission(sql));
        }

        return other(sql, reader);
    }

    private LogicalPlan other(String sql, StatementReader reader) throws ParseException {
        if (Governance.isOne(reader)) {
            return new DialectCommand(Governance.of(sql));
        }

        if (Volume.isOne(reader)) {
            return new DialectCommand(Volume.read(sql));
        }

        if (ShownVolumes.isOne(reader)) {
            return new DialectCommand(ShownVolumes.read(sql));
        }

        if (CatalogStatements.isOne(reader)) {
            return new CatalogStatements(new Catalogs(session), spark).plan(sql);
        }

        if (Conversion.isOne(reader)) {
            return spark.parse(Conversion.withPlace(sql, (org.apache.spark.sql.classic.SparkSession) session));
        }

        if (ShownDefinition.isOne(reader)) {
            return ShownDefinition.of(spark.parse(sql));
        }

        if (Cloning.isOne(reader)) {
            return Cloning.plan(sql, spark);
        }

        if (Reorganization.isOne(reader)) {
            return new DialectCommand(Reorganization.read(sql, spark));
        }

        if (Rewrites.isOne(reader)) {
            return DeclaredConstraints.recorded(spark.parse(Rewrites.rewritten(sql)), session);
        }

        if (Constraints.dropsOne(reader)) {
            return new DialectCommand(Constraints.dropping(sql, spark));
        }

        LogicalPlan plan = spark.parse(sql);
        return ShownNames.isOne(reader) ? ShownNames.of(plan) : plan;
    }
}
