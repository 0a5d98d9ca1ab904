package dev.lakelight.frozen;

import dev.lakelight.catalog.Nodes;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SharedState;
import scala.PartialFunction;

/**
 * Gives the queries of a session the time and the random numbers that its settings say. It does so while Spark analyses a query,
 * whichever language wrote it: before Delta takes the time for {@code MERGE} by itself, and after columns have got their names.
 */
public final class FrozenPlan extends Rule<LogicalPlan> {

    /** Setting: the time that {@code current_timestamp()}, {@code current_date()}, {@code now()} and their like return. */
    public static final String TIME = "spark.lakelight.time";

    /** Setting: the seed of {@code rand()}, {@code randn()}, {@code uuid()} and their like. */
    public static final String SEED = "spark.lakelight.seed";

    private final org.apache.spark.sql.classic.SparkSession session;

    /** Look at the queries of a session. */
    public FrozenPlan(SparkSession session) {
        this.session = (org.apache.spark.sql.classic.SparkSession) session;
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        SQLConf settings = session.sessionState().conf();
        LogicalPlan frozen = plan;

        if (settings.contains(TIME)) {
            frozen = replace(frozen, FrozenTime.of(settings.getConfString(TIME))::in);
        }

        if (settings.contains(SEED)) {
            SharedState lake = session.sharedState();
            frozen = replace(frozen, FrozenRandom.of(settings.getConfString(SEED), lake)::in);
        }

        return frozen;
    }

    /** A column without a name is called after its expression, so what is not resolved has to wait. */
    private static LogicalPlan replace(LogicalPlan plan, UnaryOperator<Expression> replacement) {
        PartialFunction<Expression, Expression> expressions = Nodes.total(replacement);
        return plan.resolveOperatorsUp(
                Nodes.total(node -> node.resolved() ? node.transformExpressions(expressions) : node));
    }
}
