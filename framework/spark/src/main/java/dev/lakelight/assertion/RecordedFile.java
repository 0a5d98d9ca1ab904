package dev.lakelight.assertion;

import dev.lakelight.problem.UserError;
import dev.lakelight.table.DataFile;
import dev.lakelight.table.KeptPlaceholders;
import dev.lakelight.table.TableReader;
import dev.lakelight.table.TableRows;
import dev.lakelight.table.TableWriter;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A file of expected rows that is written anew, in its own order of columns and with the placeholders that still are right.
 *
 * @param file to write
 * @param schema of the rows
 * @param before what it held, in those of its columns that the rows have
 * @param key columns that tell which row is which, empty for none; null when there are no placeholders
 */
record RecordedFile(
        DataFile file,
        StructType schema,
        TableRows before,
        @Nullable List<String> key) {

    static RecordedFile of(DataFile file, Dataset<Row> rows, @Nullable List<String> key) {
        ZoneId zone = ZoneId.of(rows.sparkSession().conf().get("spark.sql.session.timeZone"));
        TableReader reader = TableReader.in(zone).withPlaceholders();
        return new RecordedFile(file, rows.schema(), before(file, reader, rows.schema()), key);
    }

    /** Return the columns that the file had, or all when it had none. */
    List<String> ownColumns() {
        List<String> own = Arrays.asList(before.schema().fieldNames());
        return own.isEmpty() ? allColumns() : own;
    }

    /** Return those, and behind them all others. */
    List<String> allColumns() {
        Set<String> columns = new LinkedHashSet<>(Arrays.asList(before.schema().fieldNames()));
        columns.addAll(Arrays.asList(schema.fieldNames()));
        return List.copyOf(columns);
    }

    void write(List<Row> rows, List<String> columns) {
        StructType chosen = new StructType(columns.stream().map(schema::apply).toArray(StructField[]::new));
        TableRows now = chosen(new TableRows(schema, rows), chosen);
        TableWriter.write(file, key == null ? now : KeptPlaceholders.in(before, now, key));
    }

    /** Columns that the table does not have any more may hold anything. */
    private static TableRows before(DataFile file, TableReader reader, StructType schema) {
        List<String> known = Arrays.asList(schema.fieldNames());
        List<String> columns = read(() -> reader.columns(file)).orElse(List.of());
        StructType written = new StructType(columns.stream()
                .map(name -> known.contains(name)
                        ? schema.apply(name)
                        : new StructField(name, DataTypes.StringType, true, Metadata.empty()))
                .map(field -> new StructField(field.name(), field.dataType(), true, field.metadata()))
                .toArray(StructField[]::new));
        StructType kept = new StructType(Stream.of(written.fields())
                .filter(field -> known.contains(field.name()))
                .toArray(StructField[]::new));
        return read(() -> chosen(reader.read(file, written), kept)).orElse(new TableRows(kept, List.of()));
    }

    private static TableRows chosen(TableRows rows, StructType columns) {
        int[] indexes = Stream.of(columns.fieldNames())
                .mapToInt(rows.schema()::fieldIndex)
                .toArray();
        return new TableRows(
                columns,
                rows.rows().stream()
                        .map(row -> RowFactory.create(
                                Arrays.stream(indexes).mapToObj(row::get).toArray()))
                        .toList());
    }

    /** What cannot be read any more has nothing to keep. */
    private static <T> Optional<T> read(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (UserError notRead) {
            return Optional.empty();
        }
    }
}
