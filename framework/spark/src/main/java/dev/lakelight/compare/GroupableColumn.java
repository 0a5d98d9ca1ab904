package dev.lakelight.compare;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Makes columns that Spark can group by with our idea of equality: maps become sorted arrays of entries, variants JSON, and text
 * counts by its characters whatever its collation. All else stays, NaN and -0.0 too: Spark groups them as {@code <=>} compares.
 */
final class GroupableColumn {

    private GroupableColumn() {}

    static Column of(Column column, DataType type) {
        if (isGroupable(type)) {
            return column;
        }

        if (type instanceof MapType map) {
            return array_sort(transform(map_entries(column), entry -> entry(entry, map)));
        }

        if (type instanceof ArrayType array) {
            return transform(column, element -> of(element, array.elementType()));
        }

        return type instanceof StructType fields ? rebuilt(column, fields) : scalar(column, type);
    }

    private static boolean isGroupable(DataType type) {
        if (type instanceof ArrayType array) {
            return isGroupable(array.elementType());
        }

        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).map(StructField::dataType).allMatch(GroupableColumn::isGroupable);
        }

        return !(type instanceof MapType) && !isVariant(type) && !isCollated(type);
    }

    private static boolean isVariant(DataType type) {
        return type.typeName().equals("variant");
    }

    private static boolean isCollated(DataType type) {
        return type instanceof StringType && !type.equals(DataTypes.StringType);
    }

    private static Column scalar(Column column, DataType type) {
        return isVariant(type) ? to_json(column) : column.cast(DataTypes.StringType);
    }

    private static Column entry(Column entry, MapType type) {
        return struct(
                of(entry.getField("key"), type.keyType()).as("key"),
                of(entry.getField("value"), type.valueType()).as("value"));
    }

    /** A struct of nulls is not a null struct. */
    private static Column rebuilt(Column column, StructType type) {
        Column[] fields = Arrays.stream(type.fields())
                .map(field ->
                        of(column.getField(field.name()), field.dataType()).as(field.name()))
                .toArray(Column[]::new);
        return when(column.isNotNull(), struct(fields)).otherwise(lit(null));
    }
}
