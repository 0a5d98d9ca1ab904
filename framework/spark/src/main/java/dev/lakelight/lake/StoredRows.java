package dev.lakelight.lake;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Where the rows of a table are, and how they are read.
 *
 * @param name of the table, as statements take it
 * @param folder that they are in
 * @param format of its files
 * @param options of the format
 * @param schema of the rows, or null where the folder tells it
 */
record StoredRows(
        String name,
        Path folder,
        String format,
        Map<String, String> options,
        @Nullable StructType schema) {

    private static final String DELTA = "delta";

    /** Return those of a table that has a name. */
    static StoredRows of(Lake lake, CatalogTable table) {
        String name = table.identifier().quotedString();
        URI location = table.location();
        Path folder = lake.catalog()
                .onDisk(new org.apache.hadoop.fs.Path(location))
                .orElseGet(() -> lake.path(location.toString()));
        String format = table.provider().getOrElse(() -> "parquet");
        return format.equalsIgnoreCase(DELTA)
                ? ofDelta(name, folder)
                : new StoredRows(
                        name,
                        folder,
                        format,
                        CollectionConverters.asJava(table.storage().properties()),
                        table.schema());
    }

    /** Return those of a Delta table. */
    static StoredRows ofDelta(String name, Path folder) {
        return new StoredRows(name, folder, DELTA, Map.of(), null);
    }

    /** Read them in a folder that has the same. */
    Dataset<Row> read(Lake lake, Path copy) {
        DataFrameReader reader = lake.session().read().format(format).options(options);
        return (schema == null ? reader : reader.schema(schema))
                .load(copy.toUri().toString());
    }
}
