package dev.lakelight.lake;

import dev.lakelight.kernel.KernelTables;
import dev.lakelight.problem.UserError;
import dev.lakelight.table.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Writes seeds into Delta tables: in one commit, unless the table needs constraints that only its creation can set. Few rows for a new
 * table are written without a Spark job.
 */
final class SeedWriter {

    private static final String DELTA = "delta";

    /** What the settings begin with by which a session wants its new tables or their statistics to be otherwise. */
    private static final List<String> WISHES =
            List.of("spark.databricks.delta.properties.defaults.", "spark.databricks.delta.stats.");

    private SeedWriter() {}

    static void write(LakeTable table, SeedContent content) {
        if (table.exists()) {
            append(content.dataset(), table.identifier().quotedString());
            return;
        }

        table.lake().catalog().createSchemaOf(table.identifier());
        Optional<TableRows> rows = content.fewRows().filter(few -> isForKernel(table.lake(), few));

        if (rows.isEmpty() || !create(table, rows.get())) {
            create(table, content.dataset());
        }
    }

    private static boolean isForKernel(Lake lake, TableRows rows) {
        return KernelTables.areAvailable()
                && CollectionConverters.asJava(lake.session().conf().getAll()).keySet().stream()
                        .noneMatch(name -> WISHES.stream().anyMatch(name::startsWith))
                && KernelTables.canHold(rows);
    }

    /** Return false, and do nothing, when there is something at its place. */
    private static boolean create(LakeTable table, TableRows rows) {
        LakeCatalog catalog = table.lake().catalog();
        Path place = catalog.placeOf(table.identifier());

        if (catalog.isTaken(place)) {
            return false;
        }

        new KernelTables(catalog.hadoopConfiguration()).create(place, rows);
        catalog.register(table.identifier(), place);
        return true;
    }

    private static void create(LakeTable table, Dataset<Row> rows) {
        String name = table.identifier().quotedString();

        if (isNullable(rows.schema())) {
            rows.write().format(DELTA).saveAsTable(name);
        } else {
            table.lake()
                    .session()
                    .sql("CREATE TABLE %s (%s) USING %s"
                            .formatted(name, rows.schema().toDDL(), DELTA));
            appendOrDrop(table, rows, name);
        }
    }

    /** A table that could not get its rows is not left behind. */
    private static void appendOrDrop(LakeTable table, Dataset<Row> rows, String name) {
        boolean isFilled = false;

        try {
            append(rows, name);
            isFilled = true;
        } finally {
            if (!isFilled) {
                table.lake().session().sql("DROP TABLE IF EXISTS " + name);
            }
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
