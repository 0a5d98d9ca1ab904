package dev.lakelight.runtime;

import dev.lakelight.result.TableSample;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.QueryExecution;
import org.apache.spark.sql.execution.SQLExecution;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;

/** Runs queries as Databricks' notebooks do and keeps the first rows. */
final class TableSamples {

    /** Databricks computes so many rows of a cell's result; rows behind them are not evaluated. */
    static final int EVALUATED_ROWS = 10_000;

    /** So many rows are kept for the record. */
    static final int KEPT_ROWS = 20;

    private TableSamples() {}

    /** Run a query; return nothing when it has no columns, as most commands. The rows of a command are there already. */
    static @Nullable TableSample of(Dataset<?> result) {
        InternalRow[] rows = collect(result.limit(EVALUATED_ROWS));
        StructType schema = result.schema();
        return schema.isEmpty() ? null : sample(rows, schema, new ValueText(schema, result.sparkSession()));
    }

    /** Return the columns of a query without running it. */
    static TableSample columnsOf(Dataset<?> result) {
        StructType schema = result.schema();
        return sample(new InternalRow[0], schema, new ValueText(schema, result.sparkSession()));
    }

    /** What {@code Dataset.collect()} does, without making Java objects of rows that nobody looks at. */
    private static InternalRow[] collect(Dataset<?> result) {
        QueryExecution query = ((org.apache.spark.sql.classic.Dataset<?>) result).queryExecution();
        return SQLExecution.withNewExecutionId(
                query, Option.apply("notebook cell"), () -> query.executedPlan().executeCollect());
    }

    private static TableSample sample(InternalRow[] rows, StructType schema, ValueText text) {
        List<StructField> fields = List.of(schema.fields());
        return new TableSample(
                fields.stream().map(StructField::name).toList(),
                fields.stream().map(field -> field.dataType().simpleString()).toList(),
                Arrays.stream(rows).limit(KEPT_ROWS).map(text::cells).toList(),
                rows.length > KEPT_ROWS);
    }
}
