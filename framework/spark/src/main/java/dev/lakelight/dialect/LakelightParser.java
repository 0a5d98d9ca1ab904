package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.sql.SqlStatement;
import java.util.List;
import org.apache.spark.sql.SparkSession;
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

/** Takes the statements that only Databricks knows, and leaves all else to Spark's parser, with Delta's. */
final class LakelightParser implements ParserInterface {

    /** Parts of a table's name with catalog and schema. */
    private static final int FULL = 3;

    private final ParserInterface next;
    private final org.apache.spark.sql.classic.SparkSession session;
    private final Dialect dialect;
    private final Catalogs catalogs;
    private final FunctionBodies functionBodies;

    LakelightParser(SparkSession session, ParserInterface next) {
        this.next = next;
        this.session = (org.apache.spark.sql.classic.SparkSession) session;
        this.dialect = new Dialect(session);
        this.catalogs = new Catalogs(session);
        this.functionBodies = new FunctionBodies(catalogs);
    }

    @Override
    public LogicalPlan parsePlan(String sql) throws ParseException {
        return dialect.plan(inSpark(sql), next::parsePlan);
    }

    /** Spark puts values in place of parameters by its own grammar, which statements of Databricks are not in. */
    @Override
    public LogicalPlan parsePlanWithParameters(String text, ParameterContext parameters) throws ParseException {
        String sql = inSpark(text);

        if (dialect.isOurs(sql)) {
            String statement = new SqlStatement(sql, 1, 1).withLiterals(new ParameterValues(parameters)::literal);
            return dialect.plan(statement, next::parsePlan);
        }

        return dialect.plan(sql, part -> next.parsePlanWithParameters(part, parameters));
    }

    private String inSpark(String sql) {
        return functionBodies.qualified(QueryForms.inSpark(sql));
    }

    /** Spark's knows two parts only; Delta's builders of tables ask for the identifiers of all names. */
    @Override
    public TableIdentifier parseTableIdentifier(String sql) throws ParseException {
        catalogs.define();
        List<String> parts = CollectionConverters.asJava(next.parseMultipartIdentifier(sql));

        if (Conversion.isPath(parts)) {
            List<String> onDisk = Conversion.onDisk(parts, session);
            return new TableIdentifier(onDisk.get(1), Option.apply(onDisk.get(0)));
        }

        return parts.size() == FULL && catalogs.contains(parts.get(0))
                ? new TableIdentifier(parts.get(2), Option.apply(Catalogs.stored(parts.get(0), parts.get(1))))
                : next.parseTableIdentifier(sql);
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
    public FunctionIdentifier parseFunctionIdentifier(String sql) throws ParseException {
        return next.parseFunctionIdentifier(sql);
    }

    /** Asked for by what makes a plan without a statement, such as Delta's own API: it may be the first that a session is used for. */
    @Override
    public Seq<String> parseMultipartIdentifier(String sql) throws ParseException {
        catalogs.define();
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
