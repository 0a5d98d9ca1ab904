package dev.lakelight.generate;

import dev.lakelight.generate.TableShape.Computed;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.InterpretedMutableProjection;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.functions;
import scala.Function1;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Tells which constraints a row breaks. Spark analyses and optimizes the conditions once; they are then asked of row after row in
 * this JVM, without a Spark job.
 */
final class RowChecks {

    private final Map<String, Expression> conditions = new LinkedHashMap<>();
    private final Map<String, InterpretedMutableProjection> results = new LinkedHashMap<>();
    private final Function1<Object, Object> converter;

    private RowChecks(TableShape shape) {
        this.converter = CatalystTypeConverters.createToCatalystConverter(shape.schema());
    }

    /** Take any row. */
    static RowChecks none(TableShape shape) {
        return new RowChecks(shape);
    }

    private void add(Project plan) {
        Seq<Attribute> columns = plan.child().output();

        for (NamedExpression check : CollectionConverters.asJava(plan.projectList())) {
            Expression condition = check instanceof Alias alias ? alias.child() : (Expression) check;
            Seq<Expression> alone =
                    CollectionConverters.asScala(List.of(condition)).toSeq();
            conditions.put(check.name(), condition);
            results.put(check.name(), new InterpretedMutableProjection(alone, columns));
        }
    }

    /**
     * Read the conditions of a table.
     *
     * @throws RuntimeException of Spark when they are no conditions on its columns
     */
    static RowChecks of(TableShape shape, SparkSession session) {
        RowChecks checks = new RowChecks(shape);

        if (!shape.checks().isEmpty()) {
            checks.add((Project) plan(shape, session));
        }

        return checks;
    }

    private static LogicalPlan plan(TableShape shape, SparkSession session) {
        // Of rows in memory the optimizer would compute the result; of an RDD it leaves the conditions.
        JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
        Dataset<Row> rows = session.createDataFrame(context.<Row>emptyRDD(), shape.schema());

        for (Map.Entry<String, Computed> column : shape.computed().entrySet()) {
            Computed computed = column.getValue();
            rows = rows.withColumn(
                    column.getKey(), functions.expr(computed.expression()).cast(computed.type()));
        }

        Column[] checks = shape.checks().entrySet().stream()
                .map(check -> functions.expr(check.getValue()).as(check.getKey()))
                .toArray(Column[]::new);
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows.select(checks))
                .queryExecution()
                .optimizedPlan();
    }

    /** Return the optimized conditions. */
    Collection<Expression> conditions() {
        return conditions.values();
    }

    /** Return the names of the constraints that a row breaks: those that are not true of it, or that it makes fail. */
    List<String> brokenBy(Row row) {
        InternalRow internal = (InternalRow) converter.apply(row);
        return results.entrySet().stream()
                .filter(check -> !isTrue(check.getValue(), internal))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Delta refuses a row for which a check is NULL, and one for which it fails. */
    private static boolean isTrue(InterpretedMutableProjection check, InternalRow row) {
        try {
            InternalRow result = check.apply(row);
            return !result.isNullAt(0) && result.getBoolean(0);
        } catch (RuntimeException notComputed) {
            return false;
        }
    }
}
