package dev.lakelight.compare.plan;

import static dev.lakelight.compare.plan.UnbalancedRows.seq;

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

/** Plans {@link UnbalancedRows}: blocks of rows are shuffled by the rows' hashes, and rows are matched behind the shuffle only. */
public final class UnbalancedRowsStrategy extends SparkStrategy {

    @Override
    public Seq<SparkPlan> apply(LogicalPlan plan) {
        return plan instanceof UnbalancedRows rows ? seq(List.of(planned(rows))) : seq(List.of());
    }

    private SparkPlan planned(UnbalancedRows rows) {
        RowBlocksExec blocks = new RowBlocksExec(planLater(rows.child()), rows.partitions());
        SparkPlan shuffled = new ShuffleExchangeExec(
                new ShufflePartitionIdPassThrough(new DirectShufflePartitionID(blocks.partition()), rows.partitions()),
                blocks,
                REPARTITION_BY_NUM$.MODULE$,
                Option.empty());
        return new UnbalancedRowsExec(shuffled, rows.output());
    }
}
