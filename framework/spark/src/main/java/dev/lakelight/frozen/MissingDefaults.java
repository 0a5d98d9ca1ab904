package dev.lakelight.frozen;

import dev.lakelight.catalog.Nodes;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.V2WriteCommand;
import org.apache.spark.sql.delta.sources.DeltaDataSource;
import org.apache.spark.sql.delta.sources.DeltaSink;
import org.apache.spark.sql.execution.datasources.SaveIntoDataSourceCommand;
import org.apache.spark.sql.execution.streaming.sources.WriteToMicroBatchDataSourceV1;
import scala.collection.immutable.Map;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes the defaults that the frozen time has given to columns into those columns, where a query leaves them out: otherwise Delta
 * would compute them while it writes, of what the table says.
 */
public final class MissingDefaults extends FrozenSession {

    private static final String PATH = "path";

    /** Look at the statements of a session. */
    public MissingDefaults(SparkSession session) {
        super(session);
    }

    @Override
    LogicalPlan frozen(LogicalPlan plan) {
        return plan.resolveOperatorsUp(Nodes.total(this::completed));
    }

    private LogicalPlan completed(LogicalPlan node) {
        if (node instanceof V2WriteCommand write && write.isByName() && isResolved(write)) {
            LogicalPlan query = MissingColumns.of(columns(write)).in(write.query());
            return query == write.query() ? node : (LogicalPlan) write.withNewQuery(query);
        }

        if (node instanceof SaveIntoDataSourceCommand save && isOfDelta(save)) {
            LogicalPlan query = completed(save.query(), save.options());
            return query == save.query()
                    ? node
                    : new SaveIntoDataSourceCommand(query, save.dataSource(), save.options(), save.mode());
        }

        if (node instanceof WriteToMicroBatchDataSourceV1 batch && batch.sink() instanceof DeltaSink) {
            LogicalPlan query = completed(batch.query(), batch.writeOptions());
            return query == batch.query() ? node : batch.withNewChildren(seqOf(query));
        }

        return node;
    }

    private static Seq<LogicalPlan> seqOf(LogicalPlan query) {
        return CollectionConverters.asScala(List.of(query)).toSeq();
    }

    private static boolean isResolved(V2WriteCommand write) {
        return ((LogicalPlan) write.table()).resolved() && write.query().resolved();
    }

    @SuppressWarnings("unchecked")
    private static List<AttributeReference> columns(V2WriteCommand write) {
        return CollectionConverters.asJava((Seq<AttributeReference>) (Seq<?>) ((LogicalPlan) write.table()).output());
    }

    /** A new schema is that of the query alone. */
    private static boolean isOfDelta(SaveIntoDataSourceCommand save) {
        return save.dataSource() instanceof DeltaDataSource
                && (save.mode() == SaveMode.Append || save.mode() == SaveMode.Overwrite)
                && save.query().resolved()
                && !option(save.options(), "overwriteSchema")
                        .filter(Boolean::parseBoolean)
                        .isPresent();
    }

    private LogicalPlan completed(LogicalPlan query, Map<String, String> options) {
        return option(options, PATH)
                .map(path -> MissingColumns.ofTable(session(), path).in(query))
                .orElse(query);
    }

    private static Optional<String> option(Map<String, String> options, String name) {
        return CollectionConverters.asJava(options).entrySet().stream()
                .filter(option -> option.getKey().equalsIgnoreCase(name))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }
}
