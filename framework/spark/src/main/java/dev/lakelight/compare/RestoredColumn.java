package dev.lakelight.compare;

import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;

/** Gives what {@link GroupableColumn} made its type back; only variants stay text, which is their JSON. */
final class RestoredColumn {

    private RestoredColumn() {}

    static Column of(Column column, StructField field) {
        return of(column, field.dataType()).as(field.name());
    }

    private static Column of(Column column, DataType type) {
        if (GroupableColumn.isGroupable(type)) {
            return column;
        }

        if (type instanceof MapType map) {
            return map_from_entries(transform(
                    column,
                    entry -> struct(
                            of(entry.getField("key"), map.keyType()).as("key"),
                            of(entry.getField("value"), map.valueType()).as("value"))));
        }

        if (type instanceof ArrayType array) {
            return transform(column, element -> of(element, array.elementType()));
        }

        return type instanceof StructType struct ? rebuilt(column, struct) : scalar(column, type);
    }

    private static Column rebuilt(Column column, StructType type) {
        Column[] fields = IntStream.range(0, type.size())
                .mapToObj(i -> of(column.getField(GroupableColumn.field(i)), type.apply(i)))
                .toArray(Column[]::new);
        return when(column.isNotNull(), struct(fields));
    }

    private static Column scalar(Column column, DataType type) {
        return type instanceof VariantType
                ? substring_index(column, String.valueOf(VariantCell.SEPARATOR), -1)
                : column.cast(type);
    }
}
