package dev.lakelight.snapshot;

import dev.lakelight.plan.PhysicalNode;
import java.util.List;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.execution.SparkPlan;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/** The state of a table, as the driver has computed it. */
@SuppressWarnings("serial") // It stays on the driver.
public final class SnapshotRowsExec extends PhysicalNode {

    private static final long serialVersionUID = 1;

    private final List<InternalRow> rows;

    /** Called by Spark, too, which copies plans. */
    public SnapshotRowsExec(Seq<Attribute> output, List<InternalRow> rows) {
        super(List.of(), output);
        this.rows = rows;
    }

    @Override
    public List<Object> arguments() {
        return List.of(output(), rows);
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
    public SparkPlan withNewChildrenInternal(IndexedSeq<SparkPlan> children) {
        return this;
    }
}
