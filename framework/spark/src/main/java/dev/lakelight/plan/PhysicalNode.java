package dev.lakelight.plan;

import static dev.lakelight.plan.PlanNode.seq;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.immutable.Seq;

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
}
