package dev.lakelight.frozen;

import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;

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

        return isTable(plan) ? new TimeDefaults(session()).in(plan) : plan;
    }

    private static boolean isTable(LogicalPlan plan) {
        return plan instanceof SubqueryAlias alias ? isTable(alias.child()) : TimeDefaults.isTable(plan);
    }
}
