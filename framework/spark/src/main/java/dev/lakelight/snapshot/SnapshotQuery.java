package dev.lakelight.snapshot;

import static scala.jdk.javaapi.CollectionConverters.asJava;

import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.DeserializeToObject;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.MapPartitions;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.apache.spark.sql.catalyst.plans.logical.SerializeFromObject;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.delta.DeltaLogFileIndex;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.datasources.HadoopFsRelation;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.execution.datasources.json.JsonFileFormat;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.ObjectType;

/**
 * The query of Delta's {@code Snapshot.stateReconstruction}: files of the log, read as JSON or Parquet, their actions by paths and
 * in the order of versions, replayed by Delta's {@code InMemoryLogReplay}.
 */
final class SnapshotQuery {

    private static final String REPLAY = "org.apache.spark.sql.delta.Snapshot$";

    private SnapshotQuery() {}

    /** Tells whether a plan is that query, or one of Delta's over a state that the driver has computed. */
    static boolean isOne(LogicalPlan plan) {
        return !(plan instanceof LogicalRDD)
                && hasRows(plan)
                && isKnown(plan)
                && leaves(plan).allMatch(SnapshotQuery::isSource);
    }

    private static boolean hasRows(LogicalPlan plan) {
        return asJava(plan.output()).stream().noneMatch(column -> column.dataType() instanceof ObjectType);
    }

    private static boolean isKnown(LogicalPlan plan) {
        boolean known = plan instanceof Project
                || plan instanceof Filter
                || plan instanceof Union
                || (plan instanceof RepartitionByExpression && areLogs(plan))
                || (plan instanceof Sort sort && !sort.global())
                || (plan instanceof Aggregate all && LocalAggregation.isOne(all))
                || plan instanceof DeserializeToObject
                || (plan instanceof MapPartitions replay && isReplay(replay))
                || plan instanceof SerializeFromObject
                || plan.children().isEmpty();
        return known
                && asJava(plan.expressions()).stream().allMatch(Expression::deterministic)
                && asJava(plan.children()).stream().allMatch(SnapshotQuery::isKnown);
    }

    /** How the rows of a state are distributed decides how many files Delta writes of a checkpoint; in its own query nothing. */
    private static boolean areLogs(LogicalPlan plan) {
        return leaves(plan).allMatch(LogicalRelation.class::isInstance);
    }

    private static boolean isReplay(MapPartitions function) {
        return function.func().getClass().getName().startsWith(REPLAY);
    }

    private static Stream<LogicalPlan> leaves(LogicalPlan plan) {
        return asJava(plan.collectLeaves()).stream();
    }

    private static boolean isSource(LogicalPlan leaf) {
        return leaf instanceof LogicalRDD data
                ? SnapshotRowsRdd.ofState(data).isPresent()
                : leaf instanceof LogicalRelation relation && isLog(relation);
    }

    private static boolean isLog(LogicalRelation relation) {
        return relation.relation() instanceof HadoopFsRelation files
                && files.location() instanceof DeltaLogFileIndex
                && (files.fileFormat() instanceof JsonFileFormat || files.fileFormat() instanceof ParquetFileFormat);
    }

    /** Return the size of all files that the query reads. */
    static long bytes(LogicalPlan plan) {
        return leaves(plan).mapToLong(SnapshotQuery::bytesOfLeaf).sum();
    }

    private static long bytesOfLeaf(LogicalPlan leaf) {
        return leaf instanceof LogicalRelation relation && relation.relation() instanceof HadoopFsRelation files
                ? files.location().sizeInBytes()
                : 0;
    }
}
