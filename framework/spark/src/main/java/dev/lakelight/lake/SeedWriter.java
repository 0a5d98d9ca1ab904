package dev.lakelight.lake;

import dev.lakelight.problem.UserError;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructType;

/** Writes seeds into Delta tables: in one commit, unless the table needs constraints that only its creation can set. */
final class SeedWriter {

    private static final String DELTA = "delta";

    private SeedWriter() {}

    static void write(LakeTable table, Dataset<Row> rows) {
        String name = table.identifier().quotedString();

        if (table.exists()) {
            append(rows, name);
            return;
        }

        table.lake().catalog().createSchemaOf(table.identifier());

        if (isNullable(rows.schema())) {
            rows.write().format(DELTA).saveAsTable(name);
        } else {
            table.lake()
                    .session()
                    .sql("CREATE TABLE %s (%s) USING %s"
                            .formatted(name, rows.schema().toDDL(), DELTA));
            append(rows, name);
        }
    }

    /** Spark drops NOT NULL when it makes a table of a query. */
    private static boolean isNullable(StructType schema) {
        return Arrays.stream(schema.fields()).allMatch(field -> field.nullable());
    }

    private static void append(Dataset<Row> rows, String name) {
        try {
            rows.writeTo(name).append();
        } catch (NoSuchTableException e) {
            throw new UserError("The table %s cannot be seeded, it has just vanished.".formatted(name), e);
        }
    }
}
