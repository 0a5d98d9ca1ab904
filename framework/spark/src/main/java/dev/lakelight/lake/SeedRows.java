package dev.lakelight.lake;

import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.table.DataFile;
import dev.lakelight.table.DataFile.Format;
import dev.lakelight.table.TableReader;
import dev.lakelight.table.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Reads what tables are seeded with. All mistakes come up here, before anything is written. */
final class SeedRows {

    private final Lake lake;
    private final SparkSession session;
    private final TableReader reader;

    SeedRows(Lake lake) {
        this.lake = lake;
        this.session = lake.session();
        this.reader = TableReader.in(lake.zone()).withNullForMissingColumns();
    }

    /** Return the rows of a dataset, which must be one of this lake. */
    SeedContent of(Dataset<Row> rows) {
        if (Lake.of(rows.sparkSession()).filter(lake::equals).isEmpty()) {
            throw new UserError(
                    "The dataset is not of the lake '%s': it comes from another Spark session. Use lake.session()."
                            .formatted(lake.name()));
        }

        return SeedContent.of(rows);
    }

    /** Return the rows of a file, typed by a schema, or else by the table, or else by the file itself. */
    SeedContent of(DataFile file, LakeTable table, @Nullable StructType schema) {
        boolean byTable = schema == null && table.exists();
        StructType declared = byTable ? table.dataset().schema() : schema;

        if (file.format() == Format.PARQUET) {
            Dataset<Row> rows = parquet(file, declared);
            return SeedContent.of(schema == null ? rows : completed(rows, schema));
        }

        StructType types = declared == null ? ownTypes(file, table) : declared;
        SeedContent rows = content(reader.read(file, types));
        return byTable ? rows.columns(reader.columns(file)) : rows;
    }

    /** Return rows of a scenario, typed by a schema, or else by the table. */
    SeedContent of(InlineRows rows, LakeTable table, @Nullable StructType schema) {
        boolean byTable = schema == null && table.exists();

        if (schema == null && !byTable) {
            throw typesUnknown(table, "there are inline rows only");
        }

        StructType types = schema == null ? table.dataset().schema() : schema;
        SeedContent typed = content(reader.read(rows, types, subject(table)));
        return byTable && !rows.columns().isEmpty() ? typed.columns(rows.columns()) : typed;
    }

    /** Return rows of a program, by position of the schema's columns. */
    SeedContent of(List<Row> rows, LakeTable table, StructType schema) {
        return content(reader.read(rows, schema, subject(table)));
    }

    /** Return rows that are typed already. */
    SeedContent of(TableRows rows) {
        return content(rows);
    }

    private Dataset<Row> parquet(DataFile file, @Nullable StructType declared) {
        Dataset<Row> rows = session.read().parquet(file.path().toString());

        if (declared != null) {
            reader.checkColumns(file, rows.schema(), declared);
        }

        return rows;
    }

    /** What is not written is NULL. */
    private static Dataset<Row> completed(Dataset<Row> rows, StructType schema) {
        Set<String> written = Set.of(rows.columns());
        return rows.select(Arrays.stream(schema.fields())
                .map(field -> written.contains(field.name())
                        ? SeedContent.column(field.name())
                        : functions.lit(null).cast(field.dataType()).as(field.name()))
                .toArray(Column[]::new));
    }

    private StructType ownTypes(DataFile file, LakeTable table) {
        if (file.format() == Format.CSV) {
            return reader.declaredSchema(file)
                    .orElseThrow(() -> typesUnknown(table, "the header of %s has none".formatted(file.name())));
        }

        StructType found = JsonTypes.of(file, session);

        if (found.isEmpty()) {
            throw typesUnknown(table, "there are no rows in %s".formatted(file.name()));
        }

        return found;
    }

    private static UserError typesUnknown(LakeTable table, String why) {
        return new UserError("""
                The types of %s are unknown: %s and there is no such table yet.
                Give a schema: withSchema("id INT, name STRING") in Java, schema: in a scenario, id:INT,name:STRING as header of a CSV file, or create the table first.""".formatted(table.name(), why));
    }

    private SeedContent content(TableRows rows) {
        return SeedContent.of(rows, session);
    }

    private static String subject(LakeTable table) {
        return "A row of " + table.name();
    }
}
