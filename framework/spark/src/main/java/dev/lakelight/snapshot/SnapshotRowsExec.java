package dev.lakelight.snapshot;

import static dev.lakelight.snapshot.SnapshotStrategy.seq;

import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** The state of a table, as the driver has computed it. */
@SuppressWarnings("serial") // It stays on the driver.
public final class SnapshotRowsExec extends SparkPlan {

    private static final long serialVersionUID = 1;

    private final Seq<Attribute> output;
    private final List<InternalRow> rows;

    /** Called by Spark, too, which copies plans. */
    public SnapshotRowsExec(Seq<Attribute> output, List<InternalRow> rows) {
        this.output = output;
        this.rows = rows;
    }

    @Override
    public RDD<InternalRow> doExecute() {
        return new SnapshotRowsRdd(session().sparkContext(), rows);
    }

    @Override
    public InternalRow[] executeCollect() {
        return rows.toArray(InternalRow[]::new);
    }

    @Override
    public InternalRow[] executeTake(int limit) {
        return rows.stream().limit(limit).toArray(InternalRow[]::new);
    }

    @Override
    public Seq<SparkPlan> children() {
        return seq(List.of());
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
        return this;
    }

    @Override
    public int productArity() {
        return 2;
    }

    @Override
    public Object productElement(int position) {
        return position == 0 ? output : rows;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof SnapshotRowsExec;
    }
}
