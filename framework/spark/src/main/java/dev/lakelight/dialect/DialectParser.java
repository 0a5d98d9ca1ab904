package dev.lakelight.dialect;

import dev.lakelight.sql.SqlReference;
import dev.lakelight.sql.SqlStatement;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.parser.NamedParameterContext;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;

/** Takes the statements that only Databricks knows, and leaves all others to the parser behind it. */
final class DialectParser implements ParserInterface {

    private final Dialect dialect;
    private final ParserInterface next;

    DialectParser(SparkSession session, ParserInterface next) {
        this.dialect = new Dialect(session);
        this.next = next;
    }

    @Override
    public LogicalPlan parsePlan(String sql) throws ParseException {
        return dialect.plan(sql, next::parsePlan);
    }

    @Override
    public LogicalPlan parsePlanWithParameters(String sql, ParameterContext parameters) throws ParseException {
        if (dialect.isOurs(sql) && parameters instanceof NamedParameterContext named) {
            String statement = new SqlStatement(sql, 1, 1).withParameters(marker -> value(marker, named));
            return dialect.plan(statement, next::parsePlan);
        }

        return dialect.plan(sql, text -> next.parsePlanWithParameters(text, parameters));
    }

    private static String value(SqlReference marker, NamedParameterContext parameters) {
        scala.Option<Expression> value = parameters.params().get(marker.name());

        if (value.isDefined() && value.get() instanceof Literal literal) {
            return String.valueOf(literal.value());
        }

        throw DialectErrors.noParameter(marker);
    }

    @Override
    public LogicalPlan parseQuery(String sql) throws ParseException {
        return next.parseQuery(sql);
    }

    @Override
    public Expression parseExpression(String sql) throws ParseException {
        return next.parseExpression(sql);
    }

    @Override
    public TableIdentifier parseTableIdentifier(String sql) throws ParseException {
        return next.parseTableIdentifier(sql);
    }

    @Override
    public FunctionIdentifier parseFunctionIdentifier(String sql) throws ParseException {
        return next.parseFunctionIdentifier(sql);
    }

    @Override
    public Seq<String> parseMultipartIdentifier(String sql) throws ParseException {
        return next.parseMultipartIdentifier(sql);
    }

    @Override
    public StructType parseTableSchema(String sql) throws ParseException {
        return next.parseTableSchema(sql);
    }

    @Override
    public DataType parseDataType(String sql) throws ParseException {
        return next.parseDataType(sql);
    }

    @Override
    public StructType parseRoutineParam(String sql) throws ParseException {
        return next.parseRoutineParam(sql);
    }
}
