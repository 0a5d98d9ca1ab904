package dev.lakelight.dialect;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GetJsonObject;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.SemiStructuredExtract;
import org.apache.spark.sql.catalyst.expressions.variant.VariantGet;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.VariantType$;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/** The operator {@code column:path}: Spark has it for variants, Databricks for JSON in strings as well. */
final class JsonPaths extends Rule<LogicalPlan> {

    /** What the operator becomes until the type of its column is known. */
    static final String FUNCTION = "lakelight_json_path";

    JsonPaths(SparkSession session) {
        // Spark makes rules with their session; this one needs none.
    }

    @Override
    public LogicalPlan apply(LogicalPlan plan) {
        return plan.analyzed() ? plan : plan.transformAllExpressions(new ToFunction());
    }

    /** Return what the function means for a column and a path. */
    static Expression extract(List<Expression> arguments) {
        Expression column = arguments.get(0);
        Expression path = arguments.get(1);

        if (column.dataType() instanceof StringType) {
            return new GetJsonObject(column, path);
        }

        if (column.dataType().equals(VariantType$.MODULE$)) {
            return new VariantGet(column, path, VariantType$.MODULE$, true, Option.empty());
        }

        String name = column instanceof NamedExpression named ? named.name() : column.sql();
        throw DialectErrors.noJson(name, column.dataType().sql());
    }

    private static final class ToFunction extends AbstractPartialFunction<Expression, Expression> {

        @Override
        public boolean isDefinedAt(Expression expression) {
            return expression instanceof SemiStructuredExtract;
        }

        @Override
        public <A extends Expression, B> B applyOrElse(A expression, scala.Function1<A, B> otherwise) {
            @SuppressWarnings("unchecked")
            B result = expression instanceof SemiStructuredExtract extract
                    ? (B) function(extract)
                    : otherwise.apply(expression);
            return result;
        }

        private static Expression function(SemiStructuredExtract extract) {
            Literal path = Literal$.MODULE$.apply(extract.field());
            return UnresolvedFunction$.MODULE$.apply(
                    FUNCTION,
                    CollectionConverters.asScala(List.<Expression>of(extract.child(), path))
                            .toSeq(),
                    false);
        }
    }
}
