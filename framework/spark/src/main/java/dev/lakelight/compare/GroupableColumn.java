package dev.lakelight.compare;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.CalendarIntervalType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;
import org.apache.spark.unsafe.types.VariantVal;
import org.jspecify.annotations.Nullable;

/**
 * Makes columns that Spark can group by with our idea of equality: maps become sorted arrays of entries, variants and calendar
 * intervals text, and text counts by its characters whatever its collation. All else stays, NaN and -0.0 too: Spark groups them as {@code <=>} compares.
 */
final class GroupableColumn {

    private static final UserDefinedFunction VARIANT =
            udf((UDF1<VariantVal, @Nullable String>) VariantCell::joined, DataTypes.StringType);

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

    static boolean isGroupable(DataType type) {
        if (type instanceof ArrayType array) {
            return isGroupable(array.elementType());
        }

        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).map(StructField::dataType).allMatch(GroupableColumn::isGroupable);
        }

        return !(type instanceof MapType)
                && !(type instanceof VariantType)
                && !(type instanceof CalendarIntervalType)
                && !isCollated(type);
    }

    private static boolean isCollated(DataType type) {
        return type instanceof StringType && !type.equals(DataTypes.StringType);
    }

    private static Column scalar(Column column, DataType type) {
        return type instanceof VariantType ? VARIANT.apply(column) : column.cast(DataTypes.StringType);
    }

    private static Column entry(Column entry, MapType type) {
        return struct(
                of(entry.getField("key"), type.keyType()).as("key"),
                of(entry.getField("value"), type.valueType()).as("value"));
    }

    /** Return the name of a field of a struct that had to be rebuilt. */
    static String field(int position) {
        return "f" + position;
    }

    /** A struct of nulls is not a null struct. */
    private static Column rebuilt(Column struct, StructType type) {
        if (!hasDistinctNames(type)) {
            return rebuilt(struct.cast(numbered(type)), numbered(type));
        }

        Column[] fields = IntStream.range(0, type.size())
                .mapToObj(i -> of(
                                struct.getField(type.apply(i).name()),
                                type.apply(i).dataType())
                        .as(field(i)))
                .toArray(Column[]::new);
        return when(struct.isNotNull(), struct(fields)).otherwise(lit(null));
    }

    /** Of fields that share a name, Spark finds neither. */
    private static boolean hasDistinctNames(StructType type) {
        return Arrays.stream(type.fieldNames())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .count()
                == type.size();
    }

    private static StructType numbered(StructType type) {
        StructField[] fields = new StructField[type.size()];

        for (int i = 0; i < fields.length; i++) {
            fields[i] = DataTypes.createStructField(field(i), type.apply(i).dataType(), true);
        }

        return new StructType(fields);
    }
}
