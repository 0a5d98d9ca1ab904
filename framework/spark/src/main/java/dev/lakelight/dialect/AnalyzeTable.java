package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import java.util.List;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * {@code ANALYZE}: Spark can do it for every format but Delta.
 *
 * @param accepted what it is for a Delta table
 * @param plan Spark's own
 */
record AnalyzeTable(AcceptedStatement accepted, LogicalPlan plan) implements DialectStatement {

    private static final String NOT_FOR_DELTA = "NOT_SUPPORTED_COMMAND_FOR_V2_TABLE";

    static AnalyzeTable read(String sql, SparkParser spark) throws ParseException {
        AcceptedStatement accepted =
                new AcceptedStatement(sql, "the statistics that Delta keeps in its log are all there are here");
        return new AnalyzeTable(accepted, spark.parse(withoutDelta(sql)));
    }

    /** {@code COMPUTE DELTA STATISTICS} is not in Spark's grammar. */
    private static String withoutDelta(String sql) {
        StatementReader reader = StatementReader.of(sql, "");

        while (!reader.atEnd()) {
            if (reader.at("COMPUTE", "DELTA", "STATISTICS")) {
                return sql.substring(0, reader.offset()) + "COMPUTE STATISTICS";
            }

            reader.take();
        }

        return sql;
    }

    @Override
    public StructType schema() {
        return new StructType();
    }

    @Override
    public List<Row> run(SparkSession session) {
        try {
            return Dataset$.MODULE$.ofRows(session, plan).collectAsList();
        } catch (Exception e) {
            // Spark throws its checked AnalysisException without declaring it.
            if (e instanceof SparkThrowable spark && NOT_FOR_DELTA.equals(spark.getCondition())) {
                return accepted.run(session);
            }

            throw e;
        }
    }
}
