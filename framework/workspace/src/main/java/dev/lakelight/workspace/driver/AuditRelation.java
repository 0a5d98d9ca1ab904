package dev.lakelight.workspace.driver;

import static dev.lakelight.catalog.Nodes.total;

import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias$;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.Option;

/** Finds {@code system.access.audit}, with all that the audit log holds at the time. */
final class AuditRelation extends Rule<LogicalPlan> {

    /** Setting of the cluster: the state folder of its workspace. */
    static final String STATE = "spark.lakelight.workspace.state";

    private static final String NAME = "system.access.audit";

    private final SparkSession session;
    private final Optional<AuditTable> table;

    AuditRelation(SparkSession session) {
        this.session = session;
        Option<String> state = session.sparkContext().getConf().getOption(STATE);
        this.table = state.isEmpty() ? Optional.empty() : Optional.of(new AuditTable(Path.of(state.get())));
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        return table.isEmpty() || plan.analyzed() ? plan : plan.resolveOperatorsUp(total(this::found));
    }

    private LogicalPlan found(LogicalPlan node) {
        return node instanceof UnresolvedRelation relation
                        && relation.multipartIdentifier().mkString(".").equalsIgnoreCase(NAME)
                ? SubqueryAlias$.MODULE$.apply(relation.multipartIdentifier(), read(table.orElseThrow()))
                : node;
    }

    private LogicalPlan read(AuditTable audit) {
        audit.refresh(session);
        Dataset<Row> rows = session.read().format("delta").load(audit.location());
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .analyzed();
    }
}
