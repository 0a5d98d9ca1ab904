package dev.lakelight.frozen;

import static dev.lakelight.plan.PlanNode.seq;

import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.execution.datasources.SaveIntoDataSourceCommand;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives the defaults of a table's columns the time that a session's setting says, where a query is the table and nothing else. Such a
 * one may be the target of {@code DeltaTable.merge}, which takes the defaults from it and asks no analyzer. A new table that is made of
 * such a query has the defaults as they were.
 */
public final class FrozenTables extends FrozenSession {

    /** Statements that take what their table is from their query. */
    private static final Set<String> NEW_TABLES = Set.of("CreateTableAsSelect", "ReplaceTableAsSelect");

    /** Look at the queries of a session. */
    public FrozenTables(SparkSession session) {
        super(session);
    }

    @Override
    LogicalPlan frozen(LogicalPlan plan) {
        if (NEW_TABLES.contains(plan.getClass().getSimpleName())) {
            return TimeDefaults.restoredIn(plan);
        }

        if (plan instanceof SaveIntoDataSourceCommand save) {
            return new SaveIntoDataSourceCommand(
                    noTable(TimeDefaults.restoredIn(save.query())), save.dataSource(), save.options(), save.mode());
        }

        return isTable(plan) ? new TimeDefaults(session()).in(plan) : plan;
    }

    /** Spark looks at the query of this command once more when it runs it, and would find the table again. */
    private static LogicalPlan noTable(LogicalPlan query) {
        List<NamedExpression> columns = List.copyOf(CollectionConverters.asJava(query.output()));
        return isTable(query) ? new Project(seq(columns), query) : query;
    }

    private static boolean isTable(LogicalPlan plan) {
        return plan instanceof SubqueryAlias alias ? isTable(alias.child()) : TimeDefaults.isTable(plan);
    }
}
