package dev.lakelight.kernel;

import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;

/**
 * The types whose values Kernel and Spark hold in the same way. Others are left to Spark: variants, intervals, times of day, CHAR and
 * VARCHAR, and text with a collation.
 */
final class ExactTypes {

    private static final Set<DataType> SCALARS = Set.of(
            DataTypes.BooleanType,
            DataTypes.ByteType,
            DataTypes.ShortType,
            DataTypes.IntegerType,
            DataTypes.LongType,
            DataTypes.FloatType,
            DataTypes.DoubleType,
            DataTypes.StringType,
            DataTypes.BinaryType,
            DataTypes.DateType,
            DataTypes.TimestampType,
            DataTypes.TimestampNTZType);

    /** Those of which a partition's text says the same to both. */
    private static final Set<DataType> OF_PARTITIONS = Set.of(
            DataTypes.BooleanType,
            DataTypes.ByteType,
            DataTypes.ShortType,
            DataTypes.IntegerType,
            DataTypes.LongType,
            DataTypes.StringType,
            DataTypes.DateType);

    private ExactTypes() {}

    static boolean contain(DataType type) {
        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).allMatch(field -> contain(field.dataType()));
        }

        if (type instanceof ArrayType array) {
            return contain(array.elementType());
        }

        if (type instanceof MapType map) {
            return contain(map.keyType()) && contain(map.valueType());
        }

        return type instanceof DecimalType || SCALARS.contains(type);
    }

    static boolean canPartition(DataType type) {
        return OF_PARTITIONS.contains(type);
    }
}
