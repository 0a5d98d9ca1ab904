package dev.lakelight.plan;

import static dev.lakelight.plan.PlanNode.seq;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.types.DataType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** A node of physical plans that makes the columns which it hands out. */
@SuppressWarnings("serial") // Scala's collections are serializable, and their interfaces are not.
public abstract class PhysicalNode extends SparkPlan implements PlanNode {

    private static final long serialVersionUID = 1;

    private final List<SparkPlan> inputs;
    private final Seq<Attribute> output;

    /** Hand out these columns, made of the rows of these inputs. */
    protected PhysicalNode(List<SparkPlan> inputs, Seq<Attribute> output) {
        this.inputs = inputs;
        this.output = output;
    }

    @Override
    public final Seq<SparkPlan> children() {
        return seq(inputs);
    }

    @Override
    public final Seq<Attribute> output() {
        return output;
    }

    @Override
    public final AttributeSet producedAttributes() {
        return outputSet();
    }

    /** Return what tasks make of an input's rows, each of those of one partition. */
    protected static RDD<InternalRow> perPartition(SparkPlan input, PartitionWork work) {
        List<DataType> types = CollectionConverters.asJava(input.output()).stream()
                .map(Attribute::dataType)
                .toList();
        return input.execute()
                .toJavaRDD()
                .mapPartitions(rows -> work.of(rows, types))
                .rdd();
    }

    /** What a task does. */
    @FunctionalInterface
    protected interface PartitionWork extends Serializable {

        /** Return what comes of the rows of a partition, whose columns have these types. */
        Iterator<InternalRow> of(Iterator<InternalRow> rows, List<DataType> types);
    }
}
