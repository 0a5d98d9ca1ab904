package dev.lakelight.compare.plan;

import static dev.lakelight.plan.PlanNode.seq;

import dev.lakelight.plan.PlanNode;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * Rows as bytes: however many columns there are, those of {@link RowColumns} are left, so that what is done with the rows is planned
 * and compiled for five. The content is Spark's binary format. Only sessions that know {@link UnbalancedRows} know these.
 */
public final class PackedRows extends LogicalPlan implements PlanNode {

    private final LogicalPlan child;
    private final RowPacking packing;
    private final Seq<Attribute> output;

    /** Called by Spark, which copies plans. */
    public PackedRows(LogicalPlan child, RowPacking packing, Seq<Attribute> output) {
        this.child = child;
        this.packing = packing;
        this.output = output;
    }

    /** Return the rows of a dataset whose session knows of it. */
    public static Dataset<Row> of(Dataset<Row> rows, RowPacking packing) {
        org.apache.spark.sql.classic.Dataset<Row> dataset = (org.apache.spark.sql.classic.Dataset<Row>) rows;
        LogicalPlan plan = new PackedRows(dataset.queryExecution().analyzed(), packing, RowColumns.ofBinary());
        return org.apache.spark.sql.classic.Dataset$.MODULE$.ofRows(dataset.sparkSession(), plan);
    }

    LogicalPlan child() {
        return child;
    }

    RowPacking packing() {
        return packing;
    }

    @Override
    public List<Object> arguments() {
        return List.of(child, packing, output);
    }

    @Override
    public Seq<LogicalPlan> children() {
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

    /** The bytes are those of all columns. */
    @Override
    public AttributeSet references() {
        return child.outputSet();
    }

    @Override
    public LogicalPlan withNewChildrenInternal(IndexedSeq<LogicalPlan> children) {
        return new PackedRows(children.head(), packing, output);
    }
}
