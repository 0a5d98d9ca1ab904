package dev.lakelight.dialect;

import dev.lakelight.catalog.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.plans.logical.CompoundBody;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.LoopStatement;
import org.apache.spark.sql.catalyst.plans.logical.SingleStatement;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Scripts, {@code BEGIN ... END}, as they must be for Spark: with the statement of {@link ScriptTurn}, and {@link ScriptHandlers}. */
final class Scripts {

    private static final int BODY_OF_LOOP = 0;
    private static final int STATEMENTS = 0;
    private static final int HANDLERS = 3;

    private Scripts() {}

    /** Return a script as it must be for Spark; any other plan as it is. */
    static LogicalPlan inSpark(LogicalPlan plan) {
        return plan instanceof CompoundBody body ? inBody(body) : plan;
    }

    private static LogicalPlan inStatement(LogicalPlan statement) {
        if (statement instanceof CompoundBody body) {
            return inBody(body);
        }

        if (statement instanceof LoopStatement loop) {
            return Nodes.with(loop, BODY_OF_LOOP, beginning(inBody(loop.body())));
        }

        return statement instanceof SingleStatement ? statement : statement.mapChildren(Scripts::inStatement);
    }

    /** Spark's own way to change the statements of a body loses its handlers. */
    private static LogicalPlan inBody(CompoundBody body) {
        LogicalPlan statements = with(body, STATEMENTS, Scripts::inAll);
        return with(statements, HANDLERS, handlers -> ScriptHandlers.inSpark(inAll(handlers)));
    }

    private static List<LogicalPlan> inAll(List<LogicalPlan> statements) {
        return statements.stream().map(Scripts::inStatement).toList();
    }

    private static LogicalPlan beginning(LogicalPlan body) {
        return with(body, STATEMENTS, statements -> {
            List<LogicalPlan> longer = new ArrayList<>();
            longer.add(new SingleStatement(new DialectCommand(new ScriptTurn())));
            longer.addAll(statements);
            return longer;
        });
    }

    @SuppressWarnings("unchecked")
    private static LogicalPlan with(LogicalPlan body, int property, UnaryOperator<List<LogicalPlan>> change) {
        List<LogicalPlan> before = CollectionConverters.asJava((Seq<LogicalPlan>) body.productElement(property));
        List<LogicalPlan> after = change.apply(before);
        return after.equals(before)
                ? body
                : Nodes.with(body, property, CollectionConverters.asScala(after).toSeq());
    }
}
