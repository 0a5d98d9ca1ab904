package dev.lakelight.snapshot;

import static dev.lakelight.plan.PlanNode.seq;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BoundReference;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.catalyst.expressions.InterpretedOrdering;
import org.apache.spark.sql.catalyst.expressions.InterpretedUnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.DeserializeToObject;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.MapPartitions;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SerializeFromObject;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.sql.execution.datasources.LogicalRelation;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.ObjectType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Evaluates a {@link SnapshotQuery} without a job: operators one after the other, expressions without generated code. What Spark
 * distributes by paths is one partition here, which is allowed for any operator of the query.
 */
final class DriverEvaluation {

    private final LogFileReader files;

    DriverEvaluation(LogFileReader files) {
        this.files = files;
    }

    /** Return the rows of a query, in Spark's binary format. */
    List<InternalRow> rowsOf(LogicalPlan query) {
        return binary(query.output(), rows(query));
    }

    private List<InternalRow> rows(LogicalPlan plan) {
        if (plan instanceof LogicalRelation relation) {
            return files.rows(relation);
        } else if (plan instanceof LogicalRDD state) {
            return SnapshotRowsRdd.ofState(state).orElseThrow();
        } else if (plan instanceof Project project) {
            return project(project.projectList(), project.child());
        } else if (plan instanceof Filter filter) {
            return filter(filter);
        } else if (plan instanceof Sort sort) {
            return sort(sort);
        } else if (plan instanceof DeserializeToObject objects) {
            return project(seq(List.of(objects.deserializer())), objects.child());
        } else if (plan instanceof SerializeFromObject objects) {
            return project(objects.serializer(), objects.child());
        } else if (plan instanceof Aggregate aggregate) {
            return List.of(new LocalAggregation(aggregate).row(rows(aggregate.child())));
        } else if (plan instanceof MapPartitions function) {
            return call(function);
        }

        List<InternalRow> all = new ArrayList<>();
        CollectionConverters.asJava(plan.children()).forEach(child -> all.addAll(rows(child)));
        return all;
    }

    private List<InternalRow> project(Seq<?> expressions, LogicalPlan child) {
        var projection = projection(expressions, child);
        return rows(child).stream().map(row -> projection.apply(row).copy()).toList();
    }

    private List<InternalRow> filter(Filter filter) {
        var condition = projection(seq(List.of(filter.condition())), filter.child());
        return rows(filter.child()).stream()
                .filter(row -> Boolean.TRUE.equals(condition.apply(row).get(0, DataTypes.BooleanType)))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static InterpretedMutableProjection projection(Seq<?> expressions, LogicalPlan child) {
        return new InterpretedMutableProjection((Seq<Expression>) expressions, child.output());
    }

    private List<InternalRow> sort(Sort sort) {
        InterpretedOrdering order =
                new InterpretedOrdering(sort.order(), sort.child().output());
        List<InternalRow> rows = new ArrayList<>(rows(sort.child()));
        Collections.sort(rows, order);
        return rows;
    }

    private List<InternalRow> call(MapPartitions function) {
        ObjectType any = new ObjectType(Object.class);
        List<Object> objects =
                rows(function.child()).stream().map(row -> row.get(0, any)).toList();
        List<InternalRow> results = new ArrayList<>();
        function.func()
                .apply(CollectionConverters.asScala(objects.iterator()))
                .foreach(result -> results.add(new GenericInternalRow(new Object[] {result})));
        return results;
    }

    private static List<InternalRow> binary(Seq<Attribute> output, List<InternalRow> rows) {
        List<Attribute> columns = CollectionConverters.asJava(output);
        List<Expression> references = IntStream.range(0, columns.size())
                .<Expression>mapToObj(index -> new BoundReference(
                        index, columns.get(index).dataType(), columns.get(index).nullable()))
                .toList();
        UnsafeProjection projection = InterpretedUnsafeProjection.createProjection(seq(references));
        return rows.stream()
                .<InternalRow>map(row -> projection.apply(row).copy())
                .toList();
    }
}
