package dev.lakelight.dialect;

import dev.lakelight.sql.StatementReader;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.types.StructType;

/**
 * {@code REORG TABLE ... APPLY (PURGE)}. Delta's own asks for a session within a task, where there is none; an {@code OPTIMIZE} that
 * rewrites all files with deleted rows does the same to them.
 *
 * @param optimize Delta's command
 */
record Reorganization(LogicalPlan optimize) implements DialectStatement {

    private static final String RATIO = "spark.databricks.delta.optimize.maxDeletedRowsRatio";

    static boolean isOne(StatementReader statement) {
        StatementReader reader = statement.again();

        if (!reader.at("REORG")) {
            return false;
        }

        while (!reader.atEnd() && !reader.at("APPLY")) {
            reader.take();
        }

        return reader.accept("APPLY") && reader.accept('(') && reader.at("PURGE");
    }

    static Reorganization read(String sql, SparkParser spark) throws ParseException {
        StatementReader reader = StatementReader.of(sql, "REORG TABLE name [WHERE condition] APPLY (PURGE)");
        reader.require("REORG");
        reader.accept("TABLE");
        int start = reader.offset();

        while (!reader.at("APPLY")) {
            reader.take();
        }

        return new Reorganization(spark.parse("OPTIMIZE " + sql.substring(start, reader.offset())));
    }

    @Override
    public StructType schema() {
        return optimize.schema();
    }

    @Override
    public List<Row> run(SparkSession session) {
        SQLConf conf = session.sessionState().conf();
        String before = conf.contains(RATIO) ? conf.getConfString(RATIO) : "";
        conf.setConfString(RATIO, "0");

        try {
            return Dataset$.MODULE$.ofRows(session, optimize).collectAsList();
        } finally {
            conf.unsetConf(RATIO);

            if (!before.isEmpty()) {
                conf.setConfString(RATIO, before);
            }
        }
    }
}
