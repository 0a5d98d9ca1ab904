package dev.lakelight.compare;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.jspecify.annotations.Nullable;

/**
 * Finds the type that holds all values of two types without loss, as Delta's type widening knows them: whole numbers of more
 * bytes, FLOAT to DOUBLE, INT and shorter to DOUBLE, whole numbers and decimals to decimals of more digits, DATE to TIMESTAMP_NTZ.
 * Types inside structs, arrays and maps are not widened.
 */
final class WiderType {

    private static final List<DataType> WHOLE =
            List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType);
    private static final int[] DIGITS = {3, 5, 10, 19};

    private WiderType() {}

    /** Return the wider one of two types or one wider than both; nothing when there is none. */
    static Optional<DataType> of(DataType left, DataType right) {
        if (left.equals(right)) {
            return Optional.of(left);
        }

        int one = WHOLE.indexOf(left);
        int other = WHOLE.indexOf(right);

        if (one >= 0 && other >= 0) {
            return Optional.of(WHOLE.get(Math.max(one, other)));
        }

        DecimalType thisDecimal = decimal(left);
        DecimalType thatDecimal = decimal(right);
        return thisDecimal != null && thatDecimal != null
                ? decimal(thisDecimal, thatDecimal)
                : oneWay(left, right).or(() -> oneWay(right, left));
    }

    private static @Nullable DecimalType decimal(DataType type) {
        int whole = WHOLE.indexOf(type);
        return whole >= 0
                ? DataTypes.createDecimalType(DIGITS[whole], 0)
                : type instanceof DecimalType decimal ? decimal : null;
    }

    private static Optional<DataType> decimal(DecimalType left, DecimalType right) {
        int scale = Math.max(left.scale(), right.scale());
        int digits = Math.max(left.precision() - left.scale(), right.precision() - right.scale()) + scale;
        return digits > DecimalType.MAX_PRECISION()
                ? Optional.empty()
                : Optional.of(DataTypes.createDecimalType(digits, scale));
    }

    private static Optional<DataType> oneWay(DataType narrow, DataType wide) {
        int whole = WHOLE.indexOf(narrow);
        boolean toDouble = wide.equals(DataTypes.DoubleType)
                && (narrow.equals(DataTypes.FloatType) || (whole >= 0 && whole < WHOLE.size() - 1));
        boolean toTime = narrow instanceof DateType && wide instanceof TimestampNTZType;
        return toDouble || toTime ? Optional.of(wide) : Optional.empty();
    }

    /** Return a value of {@code narrow} as one of {@code wide}; placeholders and null stay. */
    static @Nullable Object widened(@Nullable Object value, DataType wide) {
        if (value instanceof LocalDate date) {
            return date.atStartOfDay();
        }

        return value instanceof Number number ? number(number, wide) : value;
    }

    private static Object number(Number value, DataType wide) {
        if (wide instanceof DecimalType decimal) {
            return new BigDecimal(value.toString()).setScale(decimal.scale(), RoundingMode.UNNECESSARY);
        }

        if (wide.equals(DataTypes.DoubleType)) {
            return value.doubleValue();
        }

        return wide.equals(DataTypes.LongType) ? (Number) value.longValue() : whole(value, wide);
    }

    private static Number whole(Number value, DataType wide) {
        return wide.equals(DataTypes.IntegerType) ? (Number) value.intValue() : (Number) value.shortValue();
    }
}
