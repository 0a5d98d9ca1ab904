package dev.lakelight.dialect;

import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;

/** Leaves all to another parser. */
abstract class DelegatingParser implements ParserInterface {

    final ParserInterface next;

    DelegatingParser(ParserInterface next) {
        this.next = next;
    }

    @Override
    public LogicalPlan parsePlan(String sql) throws ParseException {
        return next.parsePlan(sql);
    }

    @Override
    public LogicalPlan parsePlanWithParameters(String sql, ParameterContext parameters) throws ParseException {
        return next.parsePlanWithParameters(sql, parameters);
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
