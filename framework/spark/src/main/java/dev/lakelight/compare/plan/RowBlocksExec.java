package dev.lakelight.compare.plan;

import static dev.lakelight.compare.plan.UnbalancedRows.seq;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Packs rows into {@link RowBlocks}: a shuffle of few large records costs much less than one of many small ones. */
@SuppressWarnings("serial") // Scala's collections are serializable, and their interfaces are not.
public final class RowBlocksExec extends SparkPlan {

    private static final long serialVersionUID = 1;

    private final SparkPlan child;
    private final int partitions;
    private final Seq<Attribute> output;

    RowBlocksExec(SparkPlan child, int partitions) {
        this(
                child,
                partitions,
                seq(List.of(column("partition", DataTypes.IntegerType), column("block", DataTypes.BinaryType))));
    }

    /** Called by Spark, which copies plans. */
    public RowBlocksExec(SparkPlan child, int partitions, Seq<Attribute> output) {
        this.child = child;
        this.partitions = partitions;
        this.output = output;
    }

    private static Attribute column(String name, DataType type) {
        return new AttributeReference(
                name, type, /* nullable= */ false, Metadata.empty(), NamedExpression.newExprId(), seq(List.of()));
    }

    /** Return the column with the number of the partition into which a block is to go. */
    Attribute partition() {
        return output.head();
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
    public Seq<SparkPlan> children() {
        return seq(List.of(child));
    }

    @Override
    public Seq<Attribute> output() {
        return output;
    }

    @Override
    public AttributeSet producedAttributes() {
        return outputSet();
    }

    @Override
    public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
        return new RowBlocksExec(children.head(), partitions, output);
    }

    @Override
    public int productArity() {
        return 3;
    }

    @Override
    public Object productElement(int position) {
        return switch (position) {
            case 0 -> child;
            case 1 -> partitions;
            default -> output;
        };
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof RowBlocksExec;
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
