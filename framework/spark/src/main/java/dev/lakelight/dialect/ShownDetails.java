package dev.lakelight.dialect;

import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.delta.commands.DescribeDeltaDetailCommand;

/** {@code DeltaTable.detail()} tells what {@code DESCRIBE DETAIL} does, without a statement that is parsed. */
final class ShownDetails extends Rule<LogicalPlan> {

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        return plan instanceof DescribeDeltaDetailCommand && !ShownNames.isShown(plan) ? ShownNames.of(plan) : plan;
    }
}
