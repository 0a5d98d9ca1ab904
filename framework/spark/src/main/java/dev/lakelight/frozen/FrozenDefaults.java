package dev.lakelight.frozen;

import dev.lakelight.catalog.Nodes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.V2WriteCommand;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives the defaults of a table's columns the time that a session's setting says. Spark computes a default, {@code
 * current_timestamp()} among them, by an analyzer of its own as soon as it knows the table that a statement writes to; so the table
 * is looked up before, and its columns get a default that is computed already.
 */
public final class FrozenDefaults extends Rule<LogicalPlan> {

    /** Note at a column that its default was computed here. */
    static final String COMPUTED = "lakelight.default.computed";

    /** Where Spark keeps the text of a column's default. */
    private static final String DEFAULT = "CURRENT_DEFAULT";

    /** What a default that asks for the time has in it. */
    private static final Pattern TIME = Pattern.compile("(?i)\\b(current_|curdate|localtime|now\\b|unix_timestamp)");

    /** Statements whose first property is the table that they write to. */
    private static final Set<String> WRITES = Set.of(
            "InsertIntoStatement",
            "AppendData",
            "OverwriteByExpression",
            "OverwritePartitionsDynamic",
            "MergeIntoTable",
            "UpdateTable");

    /** Nodes whose second property is their columns. */
    private static final Set<String> TABLES = Set.of("DataSourceV2Relation", "LogicalRelation");

    private final org.apache.spark.sql.classic.SparkSession session;

    /** Look at the statements of a session. */
    public FrozenDefaults(SparkSession session) {
        this.session = (org.apache.spark.sql.classic.SparkSession) session;
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        return session.sessionState().conf().contains(FrozenPlan.TIME)
                ? plan.resolveOperatorsUp(Nodes.total(this::frozen))
                : plan;
    }

    private LogicalPlan frozen(LogicalPlan statement) {
        if (!WRITES.contains(statement.getClass().getSimpleName())
                || !(statement.productElement(0) instanceof LogicalPlan target)) {
            return statement;
        }

        LogicalPlan found = target.transformUp(Nodes.total(this::found));
        LogicalPlan changed = found.transformUp(Nodes.total(this::withComputedDefaults));

        if (changed.fastEquals(found)) {
            return statement;
        }

        boolean takesAlias = !(statement instanceof V2WriteCommand);
        return Nodes.with(statement, 0, takesAlias ? changed : withoutAlias(changed));
    }

    private LogicalPlan found(LogicalPlan node) {
        return node instanceof UnresolvedRelation
                ? session.sessionState().analyzer().ResolveRelations().apply(node)
                : node;
    }

    private static LogicalPlan withoutAlias(LogicalPlan table) {
        return table instanceof SubqueryAlias alias ? withoutAlias(alias.child()) : table;
    }

    private LogicalPlan withComputedDefaults(LogicalPlan node) {
        if (!TABLES.contains(node.getClass().getSimpleName())) {
            return node;
        }

        List<AttributeReference> columns = columns(node);
        List<AttributeReference> computed =
                columns.stream().map(this::withComputedDefault).toList();
        return computed.equals(columns)
                ? node
                : Nodes.with(node, 1, CollectionConverters.asScala(computed).toSeq());
    }

    @SuppressWarnings("unchecked")
    private static List<AttributeReference> columns(LogicalPlan table) {
        return CollectionConverters.asJava((Seq<AttributeReference>) table.productElement(1));
    }

    private AttributeReference withComputedDefault(AttributeReference column) {
        Metadata metadata = column.metadata();

        if (!metadata.contains(DEFAULT)
                || !TIME.matcher(metadata.getString(DEFAULT)).find()) {
            return column;
        }

        String computed = new ComputedDefault(session, metadata.getString(DEFAULT)).text();
        return column.withMetadata(new MetadataBuilder()
                .withMetadata(metadata)
                .putString(DEFAULT, computed)
                .putBoolean(COMPUTED, true)
                .build());
    }
}
