package dev.lakelight.dialect;

import dev.lakelight.runtime.CellWarnings;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * A statement that is recorded in the run and does nothing.
 *
 * @param statement as it is written
 * @param reason why nothing is to be done here
 */
record AcceptedStatement(String statement, String reason) implements DialectStatement {

    @Override
    public StructType schema() {
        return new StructType();
    }

    @Override
    public List<Row> run(SparkSession session) {
        CellWarnings.add("%s is recorded and has no effect: %s.".formatted(onOneLine(), reason));
        return List.of();
    }

    private String onOneLine() {
        return statement.strip().replaceAll("\\s+", " ");
    }
}
