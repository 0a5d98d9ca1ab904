package dev.lakelight.dialect;

import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Function1;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Functions of Databricks that Spark does not have. */
final class DialectFunctions {

    /** As Databricks writes it: cloud, region and an id. */
    private static final String METASTORE = "local:lakelight:00000000-0000-0000-0000-000000000000";

    private DialectFunctions() {}

    static Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, Expression>> currentMetastore() {
        return function("current_metastore", arguments -> Literal$.MODULE$.apply(METASTORE));
    }

    static Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, LogicalPlan>> readFiles() {
        return function(
                "read_files",
                arguments ->
                        ReadFiles.of(CollectionConverters.asJava(arguments)).plan());
    }

    static Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, LogicalPlan>> cloudFiles() {
        return function("cloud_files", arguments -> {
            throw DialectErrors.cloudFiles();
        });
    }

    private static <T> Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, T>> function(
            String name, Function1<Seq<Expression>, T> builder) {
        ExpressionInfo info = new ExpressionInfo(DialectFunctions.class.getName(), name);
        return new Tuple3<>(new FunctionIdentifier(name), info, builder);
    }
}
