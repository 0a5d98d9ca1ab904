package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.sql.SqlStatement;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.parser.ParameterContext;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.ParserInterface;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Takes the statements that only Databricks knows, and leaves all others to Spark's parser, with Delta's. */
final class LakelightParser extends DelegatingParser {

    /** Parts of a table's name with catalog and schema. */
    private static final int FULL = 3;

    private final Dialect dialect;
    private final Catalogs catalogs;

    LakelightParser(SparkSession session, ParserInterface next) {
        super(next);
        this.dialect = new Dialect(session);
        this.catalogs = new Catalogs(session);
    }

    @Override
    public LogicalPlan parsePlan(String sql) throws ParseException {
        return dialect.plan(sql, next::parsePlan);
    }

    /** Spark puts values in place of parameters by its own grammar, which statements of Databricks are not in. */
    @Override
    public LogicalPlan parsePlanWithParameters(String sql, ParameterContext parameters) throws ParseException {
        if (dialect.isOurs(sql)) {
            String statement = new SqlStatement(sql, 1, 1).withLiterals(new ParameterValues(parameters)::literal);
            return dialect.plan(statement, next::parsePlan);
        }

        return dialect.plan(sql, text -> next.parsePlanWithParameters(text, parameters));
    }

    /** Spark's knows two parts only; Delta's builders of tables ask for the identifiers of all names. */
    @Override
    public TableIdentifier parseTableIdentifier(String sql) throws ParseException {
        List<String> parts = CollectionConverters.asJava(next.parseMultipartIdentifier(sql));
        return parts.size() == FULL && catalogs.contains(parts.get(0))
                ? new TableIdentifier(parts.get(2), Option.apply(Catalogs.stored(parts.get(0), parts.get(1))))
                : next.parseTableIdentifier(sql);
    }
}
