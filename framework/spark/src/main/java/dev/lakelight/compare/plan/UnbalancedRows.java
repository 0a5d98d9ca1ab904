package dev.lakelight.compare.plan;

import static dev.lakelight.plan.PlanNode.seq;

import dev.lakelight.plan.PlanNode;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;

/**
 * The different ones of rows that count, each by its sign in the last column, a BIGINT that is never null: those whose signs do not
 * add up to 0, with the sum in its place. It is what an aggregation gives; how it is computed is made for rows that are wide, hardly
 * ever repeat, and nearly all add up to 0.
 *
 * <p>Rows are equal when their bytes are, so whoever makes the rows sees to it that what counts as equal has the same bytes: -0.0 and
 * 0.0, and all that is NaN, in whatever they are nested, and maps in one order. Spark's operators of the same purpose do part of that
 * themselves.
 */
public final class UnbalancedRows extends LogicalPlan implements PlanNode {

    private final LogicalPlan child;
    private final WantedRows wanted;
    private final int partitions;

    /** Called by Spark, which copies plans. */
    public UnbalancedRows(LogicalPlan child, WantedRows wanted, int partitions) {
        this.child = child;
        this.wanted = wanted;
        this.partitions = partitions;
    }

    /** Return whether a session knows how to compute it. */
    public static boolean areKnownTo(SparkSession session) {
        return ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .planner()
                .strategies()
                .exists(ComparisonStrategy.class::isInstance);
    }

    /** Return those of a dataset whose session knows of it, computed in so many tasks. */
    public static Dataset<Row> of(Dataset<Row> signed, int partitions) {
        return of(signed, WantedRows.ALL, partitions);
    }

    /** Return those of them that have one of some hashes. What has none of them is not even shuffled. */
    public static Dataset<Row> ofHashes(Dataset<Row> signed, RowHash hash, Set<Long> hashes, int partitions) {
        return of(signed, new WantedRows.OfHashes(hash, hashes), partitions);
    }

    private static Dataset<Row> of(Dataset<Row> signed, WantedRows wanted, int partitions) {
        org.apache.spark.sql.classic.Dataset<Row> dataset = (org.apache.spark.sql.classic.Dataset<Row>) signed;
        LogicalPlan plan = new UnbalancedRows(dataset.queryExecution().analyzed(), wanted, partitions);
        return org.apache.spark.sql.classic.Dataset$.MODULE$.ofRows(dataset.sparkSession(), plan);
    }

    LogicalPlan child() {
        return child;
    }

    WantedRows wanted() {
        return wanted;
    }

    int partitions() {
        return partitions;
    }

    @Override
    public List<Object> arguments() {
        return List.of(child, wanted, partitions);
    }

    @Override
    public Seq<LogicalPlan> children() {
        return seq(List.of(child));
    }

    @Override
    public Seq<Attribute> output() {
        return child.output();
    }

    /** All columns tell rows apart, whichever of them are asked for. */
    @Override
    public AttributeSet references() {
        return child.outputSet();
    }

    @Override
    public LogicalPlan withNewChildrenInternal(IndexedSeq<LogicalPlan> children) {
        return new UnbalancedRows(children.head(), wanted, partitions);
    }
}
