package dev.lakelight.compare.plan;

import dev.lakelight.plan.PhysicalNode;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataType;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

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
        List<DataType> types = CollectionConverters.asJava(child.output()).stream()
                .map(Attribute::dataType)
                .toList();
        return child.execute()
                .toJavaRDD()
                .mapPartitions(new Work(packing, types))
                .rdd();
    }

    @Override
    public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
        return new PackedRowsExec(children.head(), packing, output());
    }

    /** What tasks do. */
    private record Work(RowPacking packing, List<DataType> types)
            implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {

        @Override
        public Iterator<InternalRow> call(Iterator<InternalRow> rows) {
            return new RowPacker(new UnsafeRows(rows, types), packing, types);
        }
    }
}
