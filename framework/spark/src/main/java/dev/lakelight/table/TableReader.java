package dev.lakelight.table;

import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.problem.UserError;
import dev.lakelight.table.ColumnCheck.Missing;
import dev.lakelight.table.TypedValues.Placeholders;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Reads rows that people have written and types them by a schema. Columns are matched by name, letter case included. Every
 * mistake is a {@link UserError} that names the place, the column, what was found and what the type takes; those of a file come
 * together. Immutable.
 *
 * <p>Values are written the same way in CSV, JSON and inline: numbers and booleans as in SQL; {@code DECIMAL} with no more digits
 * than the type has, for nothing is rounded; {@code DATE} as {@code 2011-12-09}; {@code TIMESTAMP} as {@code 2011-12-09 14:30:00},
 * in the reader's time zone unless an offset follows; {@code BINARY} as hexadecimal digits; arrays, structs, maps and variants as
 * JSON. In CSV an empty value is NULL and {@code ""} the empty text.
 */
public final class TableReader {

    private final ZoneId zone;
    private final Missing missing;
    private final Placeholders placeholders;

    private TableReader(ZoneId zone, Missing missing, Placeholders placeholders) {
        this.zone = zone;
        this.missing = missing;
        this.placeholders = placeholders;
    }

    /** Read times without an offset as those of {@code zone}, and refuse rows that lack a column of the schema. */
    public static TableReader in(ZoneId zone) {
        return new TableReader(zone, Missing.REFUSED, Placeholders.NONE);
    }

    /** Return a reader that takes NULL for columns that are not written, unless they are declared NOT NULL. */
    public TableReader withNullForMissingColumns() {
        return new TableReader(zone, Missing.NULL, placeholders);
    }

    /** Return a reader that takes text such as {@code <any>} for a {@link Placeholder}, in columns of any type. */
    public TableReader withPlaceholders() {
        return new TableReader(zone, missing, Placeholders.READ);
    }

    /**
     * Return the names of the columns of a CSV or JSON file, in order.
     *
     * @throws UserError when it cannot be read
     */
    public List<String> columns(DataFile file) {
        return source(file).header().names();
    }

    /**
     * Return the schema that a CSV file declares in a header of {@code name:TYPE} cells.
     *
     * @throws UserError when it cannot be read
     */
    public Optional<StructType> declaredSchema(DataFile file) {
        return source(file).header().schema();
    }

    /**
     * Return the rows of a CSV or JSON file, in the schema's order of columns.
     *
     * @throws UserError when something in it is not of the schema
     */
    public TableRows read(DataFile file, StructType schema) {
        return read(source(file), schema, file.name());
    }

    /**
     * Return rows that are written inline, in the schema's order of columns.
     *
     * @param subject what they are, as a message begins: "The rows of bronze.orders"
     * @throws UserError when something in them is not of the schema
     */
    public TableRows read(InlineRows rows, StructType schema, String subject) {
        return read(InlineTable.of(rows, schema), schema, subject);
    }

    /**
     * Return rows that a program made, their values by position of the schema's columns.
     *
     * @param subject what they are, as a message begins: "The rows of bronze.orders"
     * @throws UserError when something in them is not of the schema
     */
    public TableRows read(List<Row> rows, StructType schema, String subject) {
        return read(InlineTable.of(rows, schema), schema, subject);
    }

    /**
     * Check the columns of a file that Spark reads.
     *
     * @throws UserError when they are not those of the schema
     */
    public void checkColumns(DataFile file, StructType written, StructType schema) {
        Mistakes mistakes = new Mistakes(file.name());
        Place place = new Place(file.name(), file.at(0));
        new ColumnCheck(schema, missing)
                .problems(Header.of(place, written))
                .forEach(problem -> mistakes.add(place, ": " + problem));
        mistakes.throwIfAny();
    }

    private TableRows read(RowSource source, StructType schema, String subject) {
        RowTyping typing = new RowTyping(
                new ColumnCheck(schema, missing), new TypedValues(zone, placeholders), new Mistakes(subject));
        source.readInto(typing);
        return typing.rows();
    }

    private static RowSource source(DataFile file) {
        return switch (file.format()) {
            case CSV -> new CsvFile(file);
            case JSON -> new JsonFile(file);
            case PARQUET -> throw new IllegalArgumentException(file.name() + " is read by Spark");
        };
    }
}
