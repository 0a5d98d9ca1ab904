package dev.lakelight.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of written rows.
 *
 * @param place where they are written
 * @param names in order
 * @param types one for each name, or none at all
 */
record Header(Place place, List<String> names, List<DataType> types) {

    Header {
        names = List.copyOf(names);
        types = List.copyOf(types);
    }

    /** Read cells that are all names, or all {@code name:TYPE} with Spark's type names. */
    static Header of(Place place, List<String> cells) {
        List<String> names = new ArrayList<>();
        List<DataType> types = new ArrayList<>();

        for (String cell : cells) {
            int colon = cell.lastIndexOf(':', structBrackets(cell));
            Optional<DataType> type = colon < 1 ? Optional.empty() : type(cell.substring(colon + 1));
            names.add(type.isPresent() ? cell.substring(0, colon) : cell);
            type.ifPresent(types::add);
        }

        return types.size() == cells.size() ? new Header(place, names, types) : new Header(place, cells, List.of());
    }

    /** Take names and types from a schema. */
    static Header of(Place place, StructType schema) {
        List<DataType> types =
                Stream.of(schema.fields()).map(StructField::dataType).toList();
        return new Header(place, List.of(schema.fieldNames()), types);
    }

    /** Return the declared schema, if there is one. */
    Optional<StructType> schema() {
        if (types.isEmpty()) {
            return Optional.empty();
        }

        StructType schema = new StructType();

        for (int i = 0; i < names.size(); i++) {
            schema = schema.add(names.get(i), types.get(i));
        }

        return Optional.of(schema);
    }

    /** The colons of {@code STRUCT<a:INT>} belong to the type. */
    private static int structBrackets(String cell) {
        int bracket = cell.indexOf('<');
        return bracket < 0 ? cell.length() : bracket;
    }

    private static Optional<DataType> type(String ddl) {
        return SchemaText.parse(ddl, DataType::fromDDL);
    }
}
