package dev.lakelight.compare.plan;

import static dev.lakelight.compare.plan.RowColumns.column;
import static dev.lakelight.plan.PlanNode.seq;

import dev.lakelight.plan.PhysicalNode;
import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** Packs rows into {@link RowBlocks}: a shuffle of few large records costs much less than one of many small ones. */
public final class RowBlocksExec extends PhysicalNode {

    private static final long serialVersionUID = 1;

    private final SparkPlan child;
    private final WantedRows wanted;
    private final int partitions;

    RowBlocksExec(SparkPlan child, WantedRows wanted, int partitions) {
        this(
                child,
                wanted,
                partitions,
                seq(List.of(column("partition", DataTypes.IntegerType), column("block", DataTypes.BinaryType))));
    }

    /** Called by Spark, which copies plans. */
    public RowBlocksExec(SparkPlan child, WantedRows wanted, int partitions, Seq<Attribute> output) {
        super(List.of(child), output);
        this.child = child;
        this.wanted = wanted;
        this.partitions = partitions;
    }

    /** Return the column with the number of the partition into which a block is to go. */
    Attribute partition() {
        return output().head();
    }

    @Override
    public List<Object> arguments() {
        return List.of(child, wanted, partitions, output());
    }

    @Override
    public RDD<InternalRow> doExecute() {
        WantedRows choice = wanted;
        int blocks = partitions;
        return perPartition(
                child,
                (rows, types) ->
                        new RowBlocks(choice.of(new UnsafeRows(rows, types)), blocks, RowLayout.of(types.size())));
    }

    @Override
    public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
        return new RowBlocksExec(children.head(), wanted, partitions, output());
    }
}
