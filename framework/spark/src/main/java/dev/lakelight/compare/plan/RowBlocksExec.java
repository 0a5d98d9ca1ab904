package dev.lakelight.compare.plan;

import static dev.lakelight.plan.PlanNode.seq;

import dev.lakelight.plan.PhysicalNode;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Packs rows into {@link RowBlocks}: a shuffle of few large records costs much less than one of many small ones. */
public final class RowBlocksExec extends PhysicalNode {

    private static final long serialVersionUID = 1;

    private final SparkPlan child;
    private final int partitions;

    RowBlocksExec(SparkPlan child, int partitions) {
        this(
                child,
                partitions,
                seq(List.of(column("partition", DataTypes.IntegerType), column("block", DataTypes.BinaryType))));
    }

    /** Called by Spark, which copies plans. */
    public RowBlocksExec(SparkPlan child, int partitions, Seq<Attribute> output) {
        super(List.of(child), output);
        this.child = child;
        this.partitions = partitions;
    }

    private static Attribute column(String name, DataType type) {
        return new AttributeReference(
                name, type, /* nullable= */ false, Metadata.empty(), NamedExpression.newExprId(), seq(List.of()));
    }

    /** Return the column with the number of the partition into which a block is to go. */
    Attribute partition() {
        return output().head();
    }

    @Override
    public List<Object> arguments() {
        return List.of(child, partitions, output());
    }

    @Override
    public RDD<InternalRow> doExecute() {
        List<DataType> types = CollectionConverters.asJava(child.output()).stream()
                .map(Attribute::dataType)
                .toList();
        return child.execute()
                .toJavaRDD()
                .mapPartitions(new Packing(partitions, types))
                .rdd();
    }

    @Override
    public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
        return new RowBlocksExec(children.head(), partitions, output());
    }

    /** What tasks do. */
    private record Packing(int partitions, List<DataType> types)
            implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {

        @Override
        public Iterator<InternalRow> call(Iterator<InternalRow> rows) {
            return new RowBlocks(new UnsafeRows(rows, types), partitions, RowLayout.of(types.size()));
        }
    }
}
