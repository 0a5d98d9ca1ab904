package dev.lakelight.dialect;

import dev.lakelight.catalog.Nodes;
import dev.lakelight.sql.SqlStatement;
import dev.lakelight.sql.SqlSyntaxError;
import dev.lakelight.sql.StatementReader;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Statements of ours within scripts and {@code EXPLAIN}, and those that a query reads: Spark's parser sees the name of a relation, {@code TABLE `...`}, that holds
 * the statement. It is read when Spark comes to run it.
 */
final class LateStatements extends Rule<LogicalPlan> {

    private static final String MARK = "lakelight statement: ";

    private final SparkSession session;

    LateStatements(SparkSession session) {
        this.session = session;
    }

    /**
     * Return what stands for a statement.
     *
     * @throws SqlSyntaxError when it cannot be run here
     */
    static String asRelation(SqlStatement statement) {
        StatementReader reader = StatementReader.of(statement.text(), "");
        Refusals.reason(reader).ifPresent(reason -> {
            throw DialectErrors.refused(reader, reason).in(statement);
        });
        return asRelation(statement.text());
    }

    /** Return what stands for a statement that can be run. */
    static String asRelation(String statement) {
        return "TABLE `%s%s`".formatted(MARK, statement.replace("`", "``"));
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        return plan.analyzed() ? plan : plan.resolveOperatorsUp(Nodes.total(this::statement));
    }

    private LogicalPlan statement(LogicalPlan node) {
        return node instanceof UnresolvedRelation relation ? statement(relation) : node;
    }

    private LogicalPlan statement(UnresolvedRelation relation) {
        List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());

        if (parts.size() != 1 || !parts.get(0).startsWith(MARK)) {
            return relation;
        }

        try {
            return ((org.apache.spark.sql.classic.SparkSession) session)
                    .sessionState()
                    .sqlParser()
                    .parsePlan(parts.get(0).substring(MARK.length()));
        } catch (ParseException e) {
            throw Thrown.asIs(e);
        }
    }
}
