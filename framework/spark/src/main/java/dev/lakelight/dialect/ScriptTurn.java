package dev.lakelight.dialect;

import dev.lakelight.interpreter.CancellableCode;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Looks whether the run was cancelled, at the begin of each turn of a {@code LOOP}. Spark goes through a loop without any statement, such
 * as <code>l: LOOP ITERATE l; END LOOP</code>, and asks nobody.
 */
final class ScriptTurn implements DialectStatement {

    @Override
    public StructType schema() {
        return new StructType();
    }

    @Override
    public List<Row> run(SparkSession session) {
        CancellableCode.endWhenInterrupted();
        return List.of();
    }
}
