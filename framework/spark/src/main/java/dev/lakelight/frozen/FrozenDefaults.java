package dev.lakelight.frozen;

import dev.lakelight.catalog.Nodes;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.V2WriteCommand;

/**
 * Gives the defaults of a table's columns the time that a session's setting says. Spark computes a default, {@code
 * current_timestamp()} among them, by an analyzer of its own as soon as it knows the table that a statement writes to; so the table
 * is looked up before, and its columns get a default that is computed already.
 */
public final class FrozenDefaults extends FrozenSession {

    /** Statements whose first property is the table that they write to. */
    private static final Set<String> WRITES = Set.of(
            "InsertIntoStatement",
            "AppendData",
            "OverwriteByExpression",
            "OverwritePartitionsDynamic",
            "MergeIntoTable",
            "UpdateTable");

    /** Look at the statements of a session. */
    public FrozenDefaults(SparkSession session) {
        super(session);
    }

    @Override
    LogicalPlan frozen(LogicalPlan plan) {
        return plan.resolveOperatorsUp(Nodes.total(this::statement));
    }

    private LogicalPlan statement(LogicalPlan statement) {
        if (!WRITES.contains(statement.getClass().getSimpleName())
                || !(statement.productElement(0) instanceof LogicalPlan target)) {
            return statement;
        }

        LogicalPlan found = target.transformUp(Nodes.total(this::found));
        LogicalPlan changed = new TimeDefaults(session()).in(found);

        if (changed.fastEquals(found)) {
            return statement;
        }

        boolean takesAlias = !(statement instanceof V2WriteCommand);
        return Nodes.with(statement, 0, takesAlias ? changed : withoutAlias(changed));
    }

    private LogicalPlan found(LogicalPlan node) {
        return node instanceof UnresolvedRelation
                ? session().sessionState().analyzer().ResolveRelations().apply(node)
                : node;
    }

    private static LogicalPlan withoutAlias(LogicalPlan table) {
        return table instanceof SubqueryAlias alias ? withoutAlias(alias.child()) : table;
    }
}
