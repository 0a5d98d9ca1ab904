package dev.lakelight.compare;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.struct;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;

/** How large rows are, by the length of the text that they would make: near enough to bound what comes to the driver. */
final class RowBytes {

    /** On either side of a comparison, what comes to the driver: about as much again is needed for the objects that it becomes. */
    static final long MOST = 32L << 20;

    private RowBytes() {}

    /** Return whether rows of a schema may be of any size. */
    static boolean areUnbounded(StructType schema) {
        return Arrays.stream(schema.fields()).anyMatch(field -> isUnbounded(field.dataType()));
    }

    private static boolean isUnbounded(DataType type) {
        return type instanceof StructType struct
                ? areUnbounded(struct)
                : type instanceof StringType
                        || type instanceof BinaryType
                        || type instanceof ArrayType
                        || type instanceof MapType
                        || type instanceof VariantType;
    }

    /** Return the size of a row, as a column, from the names of its columns in place of those of the schema. */
    static Column of(StructType schema, String[] names) {
        Column[] unbounded = IntStream.range(0, names.length)
                .filter(i -> isUnbounded(schema.apply(i).dataType()))
                .mapToObj(i -> col(names[i]))
                .toArray(Column[]::new);
        Column fixed = lit(Long.BYTES * (long) names.length);
        return unbounded.length == 0
                ? fixed
                : coalesce(octet_length(struct(unbounded).cast("string")), lit(0))
                        .cast("long")
                        .plus(fixed);
    }
}
