package dev.lakelight.dialect;

import dev.lakelight.problem.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Cast$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.runtime.AbstractPartialFunction;

/** The rows that a {@code COPY INTO} takes from files. */
final class CopiedRows {

    private final SparkSession session;
    private final CopyInto.Builder copy;

    CopiedRows(SparkSession session, CopyInto.Builder copy) {
        this.session = session;
        this.copy = copy;
    }

    Dataset<Row> of(List<FileStatus> files) {
        String[] paths = files.stream().map(file -> file.getPath().toString()).toArray(String[]::new);
        Dataset<Row> rows = session.read()
                .format(copy.format)
                .options(copy.formatOptions)
                .option("basePath", copy.source)
                .load(paths);
        Dataset<Row> selected = copy.query == null ? rows : selected(copy.query, rows);
        StructType table = session.table(copy.target).schema();

        if (copy.byPosition) {
            return positioned(selected, List.of(table.fieldNames()), table);
        }

        return copy.columns.isEmpty() ? fitted(selected, table) : positioned(selected, copy.columns, table);
    }

    /** Values take the type of their column where an {@code INSERT} would do so: 7 read as BIGINT goes into a column of type INT. */
    private static Dataset<Row> fitted(Dataset<Row> rows, StructType table) {
        List<Column> columns = new ArrayList<>();

        for (StructField field : rows.schema().fields()) {
            Column column = rows.col("`%s`".formatted(field.name().replace("`", "``")));
            Column fitting = Arrays.stream(table.fields())
                    .filter(target -> target.name().equalsIgnoreCase(field.name()))
                    .filter(target -> isCastOnInsert(field.dataType(), target.dataType()))
                    .findFirst()
                    .map(target -> column.cast(target.dataType()).as(field.name()))
                    .orElse(column);
            columns.add(fitting);
        }

        return rows.select(columns.toArray(Column[]::new));
    }

    private static boolean isCastOnInsert(DataType from, DataType to) {
        return !from.equals(to) && from instanceof AtomicType && Cast$.MODULE$.canANSIStoreAssign(from, to);
    }

    private Dataset<Row> selected(String query, Dataset<Row> rows) {
        try {
            LogicalPlan plan = session.sessionState().sqlParser().parsePlan(query);
            LogicalPlan files = ((org.apache.spark.sql.classic.Dataset<Row>) rows).logicalPlan();
            return Dataset$.MODULE$.ofRows(session, plan.transformUp(new Replacing(files)));
        } catch (org.apache.spark.sql.catalyst.parser.ParseException e) {
            throw new UserError("COPY INTO cannot read its query: " + e.getMessage(), e);
        }
    }

    /** Files without names of columns are loaded by position, with casts. */
    private Dataset<Row> positioned(Dataset<Row> rows, List<String> names, StructType table) {
        if (rows.columns().length != names.size()) {
            throw new UserError(
                    "COPY INTO %s expects %d columns by position (%s), and the files have %d. Name as many columns."
                            .formatted(copy.target, names.size(), String.join(", ", names), rows.columns().length));
        }

        List<Column> columns = new ArrayList<>();

        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            columns.add(rows.col("`%s`".formatted(rows.columns()[i]))
                    .cast(table.apply(fieldNamed(name, table)).dataType())
                    .as(name));
        }

        return rows.select(columns.toArray(Column[]::new));
    }

    private String fieldNamed(String name, StructType table) {
        return Arrays.stream(table.fieldNames())
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new UserError("COPY INTO %s names a column %s, and the table has %s."
                        .formatted(copy.target, name, String.join(", ", table.fieldNames()))));
    }

    /** Puts the files in the place that the query has for them. */
    private static final class Replacing extends AbstractPartialFunction<LogicalPlan, LogicalPlan> {

        private final LogicalPlan files;

        Replacing(LogicalPlan files) {
            this.files = files;
        }

        @Override
        public boolean isDefinedAt(LogicalPlan plan) {
            return plan instanceof org.apache.spark.sql.catalyst.analysis.UnresolvedRelation relation
                    && relation.name().equals(CopyIntoReader.FILES);
        }

        @Override
        public <A1 extends LogicalPlan, B1> B1 applyOrElse(A1 plan, scala.Function1<A1, B1> otherwise) {
            @SuppressWarnings("unchecked")
            B1 replaced = isDefinedAt(plan) ? (B1) files : otherwise.apply(plan);
            return replaced;
        }
    }
}
