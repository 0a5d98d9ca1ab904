package dev.lakelight.compare;

import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.Complete$;
import org.apache.spark.sql.catalyst.optimizer.NormalizeFloatingNumbers$;
import org.apache.spark.sql.catalyst.planning.PhysicalAggregation;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.SparkStrategy;
import org.apache.spark.sql.execution.aggregate.HashAggregateExec;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import scala.Option;
import scala.Tuple4;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Plans aggregations that are marked in one step, behind the shuffle. Spark aggregates before it, too, which pays where groups have
 * many rows; whole rows hardly ever repeat, so that it would put all of them into a hash table once more.
 */
final class OneStepAggregation extends SparkStrategy {

    private static final String MARK = "dev.lakelight.compare.oneStep";

    /** Of the columns that are computed by an aggregation, for one of them. */
    static final Metadata MARKED = new MetadataBuilder().putBoolean(MARK, true).build();

    @Override
    public Seq<SparkPlan> apply(LogicalPlan plan) {
        return plan instanceof Aggregate aggregate && isMarked(aggregate) && isByColumns(aggregate)
                ? seq(List.of(inOneStep(aggregate)))
                : seq(List.of());
    }

    private static boolean isMarked(Aggregate aggregate) {
        return aggregate.output().exists(column -> column.metadata().contains(MARK));
    }

    /** Rows can be shuffled by nothing that is computed here only. */
    private static boolean isByColumns(Aggregate aggregate) {
        return !aggregate.groupingExpressions().isEmpty()
                && aggregate.groupingExpressions().forall(Attribute.class::isInstance);
    }

    private SparkPlan inOneStep(Aggregate aggregate) {
        Tuple4<Seq<NamedExpression>, Seq<AggregateExpression>, Seq<NamedExpression>, LogicalPlan> parts =
                PhysicalAggregation.unapply(aggregate).get();
        List<NamedExpression> keys = CollectionConverters.asJava(parts._1()).stream()
                .map(OneStepAggregation::normalized)
                .toList();
        List<AggregateExpression> functions = CollectionConverters.asJava(parts._2()).stream()
                .map(OneStepAggregation::complete)
                .toList();
        List<Expression> distribution =
                keys.stream().map(key -> (Expression) key.toAttribute()).toList();
        List<Attribute> results =
                functions.stream().map(AggregateExpression::resultAttribute).toList();
        return new HashAggregateExec(
                Option.apply(seq(distribution)),
                /* isStreaming= */ false,
                Option.empty(),
                seq(keys),
                seq(functions),
                seq(results),
                /* initialInputBufferOffset= */ 0,
                parts._3(),
                planLater(parts._4()));
    }

    /** Spark's own strategy does it as well: -0.0 and 0.0, and all that is NaN, have to be of one group. */
    private static NamedExpression normalized(NamedExpression key) {
        Expression normalized = NormalizeFloatingNumbers$.MODULE$.normalize((Expression) key);
        return normalized instanceof NamedExpression named
                ? named
                : new Alias(normalized, key.name(), key.exprId(), seq(List.of()), Option.empty(), seq(List.of()));
    }

    private static AggregateExpression complete(AggregateExpression function) {
        return new AggregateExpression(
                function.aggregateFunction(),
                Complete$.MODULE$,
                function.isDistinct(),
                function.filter(),
                function.resultId());
    }

    private static <T> Seq<T> seq(List<T> elements) {
        return CollectionConverters.asScala(elements).toSeq();
    }
}
