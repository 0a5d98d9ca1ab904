package dev.lakelight.compare.plan;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeSet;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.optimizer.NormalizeFloatingNumbers$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import scala.Option;
import scala.collection.immutable.IndexedSeq;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The different ones of rows that count, each by its sign in the last column, a BIGINT that is never null: those whose signs do not
 * add up to 0, with the sum in its place. It is what an aggregation gives; how it is computed is made for rows that are wide, hardly
 * ever repeat, and nearly all add up to 0. Rows are equal when Spark would group them.
 */
public final class UnbalancedRows extends LogicalPlan {

    private final LogicalPlan child;
    private final int partitions;

    /** Called by Spark, which copies plans. */
    public UnbalancedRows(LogicalPlan child, int partitions) {
        this.child = child;
        this.partitions = partitions;
    }

    /** Return whether a session knows how to compute it. */
    public static boolean areKnownTo(SparkSession session) {
        return ((org.apache.spark.sql.classic.SparkSession) session)
                .sessionState()
                .planner()
                .strategies()
                .exists(UnbalancedRowsStrategy.class::isInstance);
    }

    /** Return those of a dataset whose session knows of it, computed in so many tasks. */
    public static Dataset<Row> of(Dataset<Row> signed, int partitions) {
        org.apache.spark.sql.classic.Dataset<Row> dataset = (org.apache.spark.sql.classic.Dataset<Row>) signed;
        LogicalPlan rows = dataset.queryExecution().analyzed();
        List<NamedExpression> columns = CollectionConverters.asJava(rows.output()).stream()
                .map(UnbalancedRows::normalized)
                .toList();
        LogicalPlan plan = new UnbalancedRows(new Project(seq(columns), rows), partitions);
        return org.apache.spark.sql.classic.Dataset$.MODULE$.ofRows(dataset.sparkSession(), plan);
    }

    /** As where Spark groups: -0.0 and 0.0, and all that is NaN, have the same bytes then. */
    private static NamedExpression normalized(Attribute column) {
        Expression normalized = NormalizeFloatingNumbers$.MODULE$.normalize(column);
        return normalized == column
                ? column
                : new Alias(
                        normalized,
                        column.name(),
                        NamedExpression.newExprId(),
                        seq(List.of()),
                        Option.empty(),
                        seq(List.of()));
    }

    LogicalPlan child() {
        return child;
    }

    int partitions() {
        return partitions;
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
        return new UnbalancedRows(children.head(), partitions);
    }

    @Override
    public int productArity() {
        return 2;
    }

    @Override
    public Object productElement(int position) {
        return position == 0 ? child : partitions;
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof UnbalancedRows;
    }

    static <T> Seq<T> seq(List<T> elements) {
        return CollectionConverters.asScala(elements).toSeq();
    }
}
