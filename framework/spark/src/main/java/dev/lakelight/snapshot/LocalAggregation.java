package dev.lakelight.snapshot;

import static dev.lakelight.plan.PlanNode.seq;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.planning.PhysicalAggregation;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.execution.window.AggregateProcessor;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** An aggregation of all rows into one, by the machinery with which Spark aggregates the rows of a window. */
final class LocalAggregation {

    private final Seq<Attribute> input;
    private final List<AggregateExpression> aggregates;
    private final Seq<?> results;

    LocalAggregation(Aggregate plan) {
        var parts = PhysicalAggregation.unapply(plan).get();
        this.input = plan.child().output();
        this.aggregates = CollectionConverters.asJava(parts._2());
        this.results = parts._3();
    }

    /** Tells whether an aggregation has one group, and no function with a filter or {@code DISTINCT}. */
    static boolean isOne(Aggregate plan) {
        return plan.groupingExpressions().isEmpty()
                && PhysicalAggregation.unapply(plan)
                        .exists(parts -> CollectionConverters.asJava(parts._2()).stream()
                                .noneMatch(function -> function.isDistinct()
                                        || function.filter().isDefined()));
    }

    @SuppressWarnings("unchecked")
    InternalRow row(List<InternalRow> rows) {
        AggregateProcessor processor = processor();
        InternalRow values = new GenericInternalRow(aggregates.size());
        processor.initialize(rows.size());
        rows.forEach(processor::update);
        processor.evaluate(values);

        List<Attribute> columns =
                aggregates.stream().map(AggregateExpression::resultAttribute).toList();
        return new InterpretedMutableProjection((Seq<Expression>) results, seq(columns))
                .apply(values)
                .copy();
    }

    @SuppressWarnings("unchecked")
    private AggregateProcessor processor() {
        Expression[] functions =
                aggregates.stream().map(AggregateExpression::aggregateFunction).toArray(Expression[]::new);
        Option<Expression>[] filters = (Option<Expression>[]) new Option<?>[functions.length];
        Arrays.fill(filters, Option.empty());
        return AggregateProcessor.apply(functions, 0, input, InterpretedMutableProjection::new, filters);
    }
}
