package dev.lakelight.frozen;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.catalyst.util.ResolveDefaultColumns$;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Columns of a table that rows may leave out, because they have a default that asks for the time. */
public final class MissingColumns {

    private final List<AttributeReference> columns;

    private MissingColumns(List<AttributeReference> columns) {
        this.columns = columns;
    }

    /** Take those of a table whose defaults were computed where they had to be. */
    static MissingColumns of(List<AttributeReference> columns) {
        return new MissingColumns(
                columns.stream().filter(TimeDefaults::isComputed).toList());
    }

    /** Take those of the Delta table in a folder; none when there is no table. */
    static MissingColumns ofTable(SparkSession session, String path) {
        return ofSchema(
                session,
                DeltaLog.forTable(session, path)
                        .update(false, Option.empty(), Option.empty())
                        .schema());
    }

    private static MissingColumns ofSchema(SparkSession session, StructType table) {
        return of(new TimeDefaults(session).of(CollectionConverters.asJava(DataTypeUtils.toAttributes(table))));
    }

    /** Return rows that are about to be written into a table, with what the frozen time makes of columns that they leave out. */
    public static Dataset<Row> completed(Dataset<Row> rows, StructType table) {
        org.apache.spark.sql.classic.Dataset<Row> dataset = (org.apache.spark.sql.classic.Dataset<Row>) rows;
        SparkSession session = dataset.sparkSession();

        if (!session.sessionState().conf().contains(FrozenPlan.TIME)) {
            return rows;
        }

        LogicalPlan query = dataset.queryExecution().analyzed();
        LogicalPlan completed = ofSchema(session, table).in(query);
        return completed == query ? rows : Dataset$.MODULE$.ofRows(session, completed);
    }

    /** Return a query with those of the columns that it does not have; the same query when it has them all. */
    LogicalPlan in(LogicalPlan query) {
        List<Attribute> given = CollectionConverters.asJava(query.output());
        List<NamedExpression> all = new ArrayList<>(given);
        columns.stream()
                .filter(column -> given.stream().noneMatch(each -> each.name().equalsIgnoreCase(column.name())))
                .forEach(column -> all.add(ResolveDefaultColumns$.MODULE$
                        .getDefaultValueExprOrNullLit((Attribute) column, true)
                        .get()));
        Seq<NamedExpression> selected = CollectionConverters.asScala(all).toSeq();
        return all.size() == given.size() ? query : new Project(selected, query);
    }
}
