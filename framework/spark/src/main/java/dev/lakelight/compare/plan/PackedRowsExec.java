package dev.lakelight.compare.plan;

import dev.lakelight.plan.PhysicalNode;
import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** Makes {@link PackedRows}. */
public final class PackedRowsExec extends PhysicalNode {

    private static final long serialVersionUID = 1;

    private final SparkPlan child;
    private final RowPacking packing;

    /** Called by Spark, too, which copies plans. */
    public PackedRowsExec(SparkPlan child, RowPacking packing, Seq<Attribute> output) {
        super(List.of(child), output);
        this.child = child;
        this.packing = packing;
    }

    @Override
    public List<Object> arguments() {
        return List.of(child, packing, output());
    }

    @Override
    public RDD<InternalRow> doExecute() {
        RowPacking each = packing;
        return perPartition(child, (rows, types) -> new RowPacker(new UnsafeRows(rows, types), each, types));
    }

    @Override
    public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
        return new PackedRowsExec(children.head(), packing, output());
    }
}
