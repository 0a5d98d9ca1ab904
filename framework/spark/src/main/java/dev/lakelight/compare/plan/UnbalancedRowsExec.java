package dev.lakelight.compare.plan;

import static dev.lakelight.compare.plan.UnbalancedRows.seq;

import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** Matches the rows of {@link RowBlocks} that were shuffled. */
@SuppressWarnings("serial") // Scala's collections are serializable, and their interfaces are not.
public final class UnbalancedRowsExec extends SparkPlan {

    private static final long serialVersionUID = 1;

    private final SparkPlan child;
    private final Seq<Attribute> output;

    /** Called by Spark, too, which copies plans. */
    public UnbalancedRowsExec(SparkPlan child, Seq<Attribute> output) {
        this.child = child;
        this.output = output;
    }

    @Override
    public RDD<InternalRow> doExecute() {
        return new UnbalancedRowsRdd(child.execute(), RowLayout.of(output.size()));
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
        return new UnbalancedRowsExec(children.head(), output);
    }

    @Override
    public int productArity() {
        return 2;
    }

    @Override
    public Object productElement(int position) {
        return position == 0 ? child : output;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof UnbalancedRowsExec;
    }
}
