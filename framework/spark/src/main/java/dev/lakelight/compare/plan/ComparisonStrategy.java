package dev.lakelight.compare.plan;

import static dev.lakelight.plan.PlanNode.seq;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.DirectShufflePartitionID;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.physical.ShufflePartitionIdPassThrough;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import org.apache.spark.sql.execution.exchange.REPARTITION_BY_NUM$;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import scala.Option;
import scala.collection.immutable.Seq;

/**
 * Plans {@link UnbalancedRows}: blocks of rows are shuffled by the rows' hashes, and rows are matched behind the shuffle only. Plans
 * {@link PackedRows}, too.
 */
public final class ComparisonStrategy extends SparkStrategy {

    @Override
    public Seq<SparkPlan> apply(LogicalPlan plan) {
        if (plan instanceof UnbalancedRows rows) {
            return seq(List.of(planned(rows)));
        }

        return plan instanceof PackedRows rows ? seq(List.of(planned(rows))) : seq(List.of());
    }

    private SparkPlan planned(UnbalancedRows rows) {
        RowBlocksExec blocks = new RowBlocksExec(planLater(rows.child()), rows.wanted(), rows.partitions());
        SparkPlan shuffled = new ShuffleExchangeExec(
                new ShufflePartitionIdPassThrough(new DirectShufflePartitionID(blocks.partition()), rows.partitions()),
                blocks,
                REPARTITION_BY_NUM$.MODULE$,
                Option.empty());
        return new UnbalancedRowsExec(shuffled, rows.output());
    }

    private SparkPlan planned(PackedRows rows) {
        return new PackedRowsExec(planLater(rows.child()), rows.packing(), rows.output());
    }
}
