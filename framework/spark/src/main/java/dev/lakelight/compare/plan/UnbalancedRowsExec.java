package dev.lakelight.compare.plan;

import dev.lakelight.plan.PhysicalNode;
import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** Matches the rows of {@link RowBlocks} that were shuffled. */
public final class UnbalancedRowsExec extends PhysicalNode {

    private static final long serialVersionUID = 1;

    private final SparkPlan child;

    /** Called by Spark, too, which copies plans. */
    public UnbalancedRowsExec(SparkPlan child, Seq<Attribute> output) {
        super(List.of(child), output);
        this.child = child;
    }

    @Override
    public List<Object> arguments() {
        return List.of(child, output());
    }

    @Override
    public RDD<InternalRow> doExecute() {
        return new UnbalancedRowsRdd(child.execute(), RowLayout.of(output().size()));
    }

    @Override
    public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
        return new UnbalancedRowsExec(children.head(), output());
    }
}
