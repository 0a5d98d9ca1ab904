package dev.lakelight.frozen;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * The default of a column, computed in a session whose time is frozen.
 *
 * @param session to compute it in
 * @param expression as the table has it
 */
record ComputedDefault(SparkSession session, String expression) {

    /** Return a text that gives the same value at any time. No Spark job runs. */
    String text() {
        LogicalPlan plan = session.sql("SELECT " + expression).queryExecution().optimizedPlan();
        DataType type = plan.schema().apply(0).dataType();
        Object value = value(plan, type);

        if (value == null) {
            return "NULL";
        }

        // The text of a time says nothing of the hour that comes twice when clocks are set back.
        return type.equals(DataTypes.TimestampType)
                ? "timestamp_micros(%dL)".formatted((Long) value)
                : new Literal(value, type).sql();
    }

    private static @Nullable Object value(LogicalPlan plan, DataType type) {
        return plan instanceof LocalRelation computed
                ? computed.data().head().get(0, type)
                : ((Alias) plan.expressions().head()).child().eval(InternalRow.empty());
    }
}
