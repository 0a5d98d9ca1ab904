package dev.lakelight.frozen;

import dev.lakelight.catalog.Nodes;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.V2WriteCommand;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.catalyst.util.ResolveDefaultColumns$;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes the defaults that {@link FrozenDefaults} has computed into columns which a query leaves out: otherwise Delta would compute
 * them while it writes, of what the table says.
 */
public final class MissingDefaults extends Rule<LogicalPlan> {

    private final org.apache.spark.sql.classic.SparkSession session;

    /** Look at the statements of a session. */
    public MissingDefaults(SparkSession session) {
        this.session = (org.apache.spark.sql.classic.SparkSession) session;
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        return session.sessionState().conf().contains(FrozenPlan.TIME)
                ? plan.resolveOperatorsUp(Nodes.total(MissingDefaults::completed))
                : plan;
    }

    private static LogicalPlan completed(LogicalPlan node) {
        if (!(node instanceof V2WriteCommand write) || !write.isByName() || !isResolved(write)) {
            return node;
        }

        List<Attribute> given = attributes(write.query());
        List<NamedExpression> columns = new ArrayList<>(given);
        attributes((LogicalPlan) write.table()).stream()
                .filter(column -> column.metadata().contains(FrozenDefaults.COMPUTED))
                .filter(column -> given.stream().noneMatch(each -> each.name().equalsIgnoreCase(column.name())))
                .forEach(column -> columns.add(ResolveDefaultColumns$.MODULE$
                        .getDefaultValueExprOrNullLit(column, true)
                        .get()));
        Seq<NamedExpression> all = CollectionConverters.asScala(columns).toSeq();
        return columns.size() == given.size()
                ? node
                : (LogicalPlan) write.withNewQuery(new Project(all, write.query()));
    }

    private static boolean isResolved(V2WriteCommand write) {
        return ((LogicalPlan) write.table()).resolved() && write.query().resolved();
    }

    private static List<Attribute> attributes(LogicalPlan plan) {
        return CollectionConverters.asJava(plan.output());
    }
}
