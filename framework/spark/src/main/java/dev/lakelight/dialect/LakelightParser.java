package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Asks the bridges first, and Spark's parser, with Delta's, for all that they do not know. */
final class LakelightParser implements ParserInterface {

    private static final Pattern BEFORE =
            Pattern.compile("\\A(?:\\s|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)+", Pattern.DOTALL);

    /** Parts of a table's name with catalog and schema. */
    private static final int FULL = 3;

    private final ParserInterface spark;
    private final Catalogs catalogs;
    private final List<StatementBridge> bridges;

    LakelightParser(ParserInterface spark, Catalogs catalogs, List<StatementBridge> bridges) {
        this.spark = spark;
        this.catalogs = catalogs;
        this.bridges = bridges;
    }

    @Override
    public LogicalPlan parsePlan(String sql) throws ParseException {
        return parse(sql, text -> unchecked(() -> spark.parsePlan(text)));
    }

    @Override
    public LogicalPlan parsePlanWithParameters(String sql, ParameterContext parameters) throws ParseException {
        return parse(sql, text -> unchecked(() -> spark.parsePlanWithParameters(text, parameters)));
    }

    private LogicalPlan parse(String sql, Function<String, LogicalPlan> known) {
        String statement = BEFORE.matcher(sql).replaceFirst("");
        return bridges.stream()
                .map(bridge -> bridge.parse(statement, known))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> known.apply(sql));
    }

    private interface Parsing {

        LogicalPlan parse() throws ParseException;
    }

    /** Scala declares no checked exceptions, and so its callers expect this one as it is. */
    private static LogicalPlan unchecked(Parsing parsing) {
        try {
            return parsing.parse();
        } catch (ParseException e) {
            throw LakelightParser.<RuntimeException>asThrown(e);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Exception> E asThrown(Exception e) throws E {
        throw (E) e;
    }

    @Override
    public LogicalPlan parseQuery(String sql) throws ParseException {
        return spark.parseQuery(sql);
    }

    @Override
    public Expression parseExpression(String sql) throws ParseException {
        return spark.parseExpression(sql);
    }

    /** Spark's knows two parts only; Delta's builders of tables ask for the identifiers of all names. */
    @Override
    public TableIdentifier parseTableIdentifier(String sql) throws ParseException {
        List<String> parts = CollectionConverters.asJava(spark.parseMultipartIdentifier(sql));
        return parts.size() == FULL && catalogs.contains(parts.get(0))
                ? new TableIdentifier(parts.get(2), Option.apply(Catalogs.stored(parts.get(0), parts.get(1))))
                : spark.parseTableIdentifier(sql);
    }

    @Override
    public FunctionIdentifier parseFunctionIdentifier(String sql) throws ParseException {
        return spark.parseFunctionIdentifier(sql);
    }

    @Override
    public Seq<String> parseMultipartIdentifier(String sql) throws ParseException {
        return spark.parseMultipartIdentifier(sql);
    }

    @Override
    public StructType parseRoutineParam(String sql) throws ParseException {
        return spark.parseRoutineParam(sql);
    }

    @Override
    public StructType parseTableSchema(String sql) throws ParseException {
        return spark.parseTableSchema(sql);
    }

    @Override
    public DataType parseDataType(String sql) throws ParseException {
        return spark.parseDataType(sql);
    }
}
