package dev.lakelight.dialect;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.expressions.CurrentTimestamp;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.StringLocate;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Function1;
import scala.Tuple3;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Functions of Databricks that Spark does not have. */
final class DialectFunctions {

    /** As Databricks writes it: cloud, region and an id. */
    private static final String METASTORE = "local:lakelight:00000000-0000-0000-0000-000000000000";

    private static final List<String> MODELS = List.of(
            "ai_analyze_sentiment",
            "ai_classify",
            "ai_extract",
            "ai_fix_grammar",
            "ai_gen",
            "ai_generate_text",
            "ai_mask",
            "ai_parse_document",
            "ai_query",
            "ai_similarity",
            "ai_summarize",
            "ai_translate");

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

    /** The operator {@code column:path}, see {@link JsonPaths}. */
    static Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, Expression>> jsonPath() {
        return function(JsonPaths.FUNCTION, arguments -> JsonPaths.extract(CollectionConverters.asJava(arguments)));
    }

    /** Return functions that Spark has by another name, or cannot have. There are no groups, so nobody is in one. */
    static List<Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, Expression>>> others() {
        List<Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, Expression>>> all =
                new ArrayList<>();
        all.add(function("getdate", arguments -> new CurrentTimestamp()));
        all.add(function("iff", arguments -> new If(arguments.apply(0), arguments.apply(1), arguments.apply(2))));
        all.add(function(
                "charindex",
                arguments -> new StringLocate(
                        arguments.apply(0),
                        arguments.apply(1),
                        arguments.length() > 2 ? arguments.apply(2) : Literal$.MODULE$.apply(1))));
        List.of("is_member", "is_account_group_member")
                .forEach(name -> all.add(function(name, arguments -> Literal$.MODULE$.apply(false))));
        MODELS.forEach(name -> all.add(function(name, arguments -> {
            throw DialectErrors.noModel(name);
        })));
        return all;
    }

    private static <T> Tuple3<FunctionIdentifier, ExpressionInfo, Function1<Seq<Expression>, T>> function(
            String name, Function1<Seq<Expression>, T> builder) {
        ExpressionInfo info = new ExpressionInfo(DialectFunctions.class.getName(), name);
        return new Tuple3<>(new FunctionIdentifier(name), info, builder);
    }
}
