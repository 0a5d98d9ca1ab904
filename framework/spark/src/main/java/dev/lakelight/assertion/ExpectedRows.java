package dev.lakelight.assertion;

import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.TableComparator;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.table.DataFile;
import dev.lakelight.table.DataFile.Format;
import dev.lakelight.table.TableReader;
import dev.lakelight.table.TableRows;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Makes expected tables of what people write, with the types of the actual one unless they give others. */
final class ExpectedRows {

    private static final String ROWS = "the expected rows";

    private final ComparedTable actual;
    private final TableComparator comparator;
    private final SparkSession session;
    private final TableReader reader;
    private final ProjectFiles projectFiles;

    ExpectedRows(ComparedTable actual, TableComparator comparator, Setting setting) {
        TableReader plain = TableReader.in(ZoneId.of(setting.session().conf().get("spark.sql.session.timeZone")));
        this.actual = actual;
        this.comparator = comparator;
        this.session = setting.session();
        this.reader = comparator.readsPlaceholders() ? plain.withPlaceholders() : plain;
        this.projectFiles = setting.projectFiles();
    }

    /** Where files are looked up, and the session that reads those of Spark. */
    record Setting(SparkSession session, ProjectFiles projectFiles) {}

    /** Return the rows of a file with the types of a schema, or else with its own, or else with the actual ones. */
    ComparedTable file(Path path, @Nullable StructType schema) {
        DataFile file = DataFile.of(path, projectFiles);

        if (file.format() == Format.PARQUET) {
            return ComparedTable.of(file.name(), session.read().parquet(path.toString()));
        }

        StructType types =
                schema == null ? reader.declaredSchema(file).orElseGet(() -> typed(reader.columns(file))) : schema;
        return table(file.name(), types, () -> reader.read(file, types));
    }

    /** Return rows of a scenario with the types of a schema, or else with the actual ones. */
    ComparedTable inline(InlineRows rows, @Nullable StructType schema) {
        StructType types = schema == null ? typed(rows.columns()) : schema;
        return table(ROWS, types, () -> reader.read(rows, types, "An expected row"));
    }

    /** Return rows of a program: with their own schema if they have one, else by position of the actual columns. */
    ComparedTable rows(List<Row> rows) {
        List<StructType> schemas = rows.stream()
                .map(Row::schema)
                .filter(Objects::nonNull)
                .distinct()
                .toList();

        if (schemas.isEmpty()) {
            return table(ROWS, actual.schema(), () -> reader.read(rows, actual.schema(), "An expected row"));
        }

        if (schemas.size() > 1 || rows.stream().anyMatch(row -> row.schema() == null)) {
            throw new UserError(
                    "The expected rows do not all have the same schema, but %s. Give all of them one, or none."
                            .formatted(rows.stream()
                                    .map(row -> row.schema() == null
                                            ? "none"
                                            : row.schema().toDDL())
                                    .distinct()
                                    .collect(Collectors.joining("; "))));
        }

        return ComparedTable.of(ROWS, new TableRows(schemas.get(0), rows));
    }

    /** Values are read only when the schema is right: otherwise it is the difference that counts. */
    private ComparedTable table(String name, StructType types, Supplier<TableRows> rows) {
        ComparedTable empty = ComparedTable.of(name, new TableRows(types, List.of()));
        boolean readable = comparator.isOfOneSchema(actual, empty);
        return readable ? ComparedTable.of(name, rows.get()) : empty;
    }

    /** Give columns the actual types; those that the actual table does not have get none. Without any names, take them all. */
    private StructType typed(List<String> columns) {
        if (columns.isEmpty()) {
            return actual.schema();
        }

        Map<String, StructField> fields = Arrays.stream(actual.schema().fields())
                .collect(Collectors.toMap(StructField::name, field -> field, (first, twice) -> first));
        return new StructType(columns.stream()
                .map(name -> fields.getOrDefault(name, DataTypes.createStructField(name, DataTypes.NullType, true)))
                .map(field -> DataTypes.createStructField(field.name(), field.dataType(), true))
                .toArray(StructField[]::new));
    }
}
