package dev.lakelight.frozen;

import dev.lakelight.catalog.Nodes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import scala.PartialFunction;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Computes the defaults of columns that ask for the time.
 *
 * @param session whose time is frozen
 */
record TimeDefaults(SparkSession session) {

    /** Note at a column that its default was computed here, with what it was before. */
    private static final String COMPUTED = "lakelight.default.computed";

    /** Where Spark keeps the text of a column's default. */
    private static final String DEFAULT = "CURRENT_DEFAULT";

    /** What a default that asks for the time has in it. */
    private static final Pattern TIME = Pattern.compile("(?i)\\b(current_|curdate|localtime|now\\b|unix_timestamp)");

    /** Nodes whose second property is their columns. */
    private static final Set<String> TABLES = Set.of("DataSourceV2Relation", "LogicalRelation");

    static boolean isTable(LogicalPlan node) {
        return TABLES.contains(node.getClass().getSimpleName());
    }

    /** Return whether the default of a column was computed here. */
    static boolean isComputed(AttributeReference column) {
        return column.metadata().contains(COMPUTED);
    }

    /** Return a plan whose tables have defaults that are computed already. */
    LogicalPlan in(LogicalPlan plan) {
        return plan.transformUp(Nodes.total(node -> isTable(node) ? changedTable(node) : node));
    }

    /** Return a plan whose columns have the defaults that they had before any was computed, wherever the plan mentions them. */
    static LogicalPlan restoredIn(LogicalPlan plan) {
        PartialFunction<Expression, Expression> restored = Nodes.total(
                expression -> expression instanceof AttributeReference column ? restored(column) : expression);
        return plan.transformUp(Nodes.total(node -> node.transformExpressions(restored)));
    }

    @SuppressWarnings("unchecked")
    private LogicalPlan changedTable(LogicalPlan table) {
        List<AttributeReference> columns =
                CollectionConverters.asJava((Seq<AttributeReference>) table.productElement(1));
        List<AttributeReference> changed = of(columns);
        return changed.equals(columns)
                ? table
                : Nodes.with(table, 1, CollectionConverters.asScala(changed).toSeq());
    }

    private static AttributeReference restored(AttributeReference column) {
        return isComputed(column)
                ? column.withMetadata(new MetadataBuilder()
                        .withMetadata(column.metadata())
                        .putString(DEFAULT, column.metadata().getString(COMPUTED))
                        .remove(COMPUTED)
                        .build())
                : column;
    }

    /** Return columns with defaults that are computed already. */
    List<AttributeReference> of(List<AttributeReference> columns) {
        return columns.stream().map(this::of).toList();
    }

    private AttributeReference of(AttributeReference column) {
        Metadata metadata = column.metadata();

        if (!metadata.contains(DEFAULT)
                || !TIME.matcher(metadata.getString(DEFAULT)).find()) {
            return column;
        }

        String computed = new ComputedDefault(session, metadata.getString(DEFAULT)).text();
        return column.withMetadata(new MetadataBuilder()
                .withMetadata(metadata)
                .putString(DEFAULT, computed)
                .putString(COMPUTED, metadata.getString(DEFAULT))
                .build());
    }
}
