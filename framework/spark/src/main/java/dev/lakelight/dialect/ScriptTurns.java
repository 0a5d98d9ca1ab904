package dev.lakelight.dialect;

import dev.lakelight.catalog.Nodes;
import dev.lakelight.interpreter.CancellableCode;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.CompoundBody;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.LoopStatement;
import org.apache.spark.sql.catalyst.plans.logical.SingleStatement;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Begins each turn of a {@code LOOP} with a statement that looks whether the run was cancelled. Spark goes through a loop without any,
 * such as <code>l: LOOP ITERATE l; END LOOP</code>, and asks nobody.
 */
final class ScriptTurns implements DialectStatement {

    private static final int BODY_OF_LOOP = 0;
    private static final int STATEMENTS = 0;
    private static final int HANDLERS = 3;

    private ScriptTurns() {}

    /** Return a script with these statements; any other plan as it is. */
    static LogicalPlan begun(LogicalPlan plan) {
        return plan instanceof CompoundBody body ? inBody(body) : plan;
    }

    private static LogicalPlan inStatement(LogicalPlan statement) {
        if (statement instanceof CompoundBody body) {
            return inBody(body);
        }

        if (statement instanceof LoopStatement loop) {
            return Nodes.with(loop, BODY_OF_LOOP, beginning(inBody(loop.body())));
        }

        return statement instanceof SingleStatement ? statement : statement.mapChildren(ScriptTurns::inStatement);
    }

    /** Spark's own way to change the statements of a body loses its handlers. */
    private static LogicalPlan inBody(CompoundBody body) {
        return inAll(inAll(body, STATEMENTS), HANDLERS);
    }

    private static LogicalPlan inAll(LogicalPlan body, int property) {
        List<LogicalPlan> before = statements(body, property);
        List<LogicalPlan> after = before.stream().map(ScriptTurns::inStatement).toList();
        return after.equals(before) ? body : Nodes.with(body, property, seq(after));
    }

    private static LogicalPlan beginning(LogicalPlan body) {
        List<LogicalPlan> longer = new ArrayList<>();
        longer.add(new SingleStatement(new DialectCommand(new ScriptTurns())));
        longer.addAll(statements(body, STATEMENTS));
        return Nodes.with(body, STATEMENTS, seq(longer));
    }

    @SuppressWarnings("unchecked")
    private static List<LogicalPlan> statements(LogicalPlan body, int property) {
        return CollectionConverters.asJava((Seq<LogicalPlan>) body.productElement(property));
    }

    private static Seq<LogicalPlan> seq(List<LogicalPlan> statements) {
        return CollectionConverters.asScala(statements).toSeq();
    }

    @Override
    public StructType schema() {
        return new StructType();
    }

    @Override
    public List<Row> run(SparkSession session) {
        CancellableCode.endWhenInterrupted();
        return List.of();
    }
}
