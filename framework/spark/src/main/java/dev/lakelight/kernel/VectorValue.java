package dev.lakelight.kernel;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Takes values out of Kernel's vectors, as Spark's external ones; dates and times are those of {@code java.time}. */
final class VectorValue {

    private static final Map<DataType, Reader> SCALARS = Map.ofEntries(
            Map.entry(DataTypes.BooleanType, ColumnVector::getBoolean),
            Map.entry(DataTypes.ByteType, ColumnVector::getByte),
            Map.entry(DataTypes.ShortType, ColumnVector::getShort),
            Map.entry(DataTypes.IntegerType, ColumnVector::getInt),
            Map.entry(DataTypes.LongType, ColumnVector::getLong),
            Map.entry(DataTypes.FloatType, ColumnVector::getFloat),
            Map.entry(DataTypes.DoubleType, ColumnVector::getDouble),
            Map.entry(DataTypes.StringType, ColumnVector::getString),
            Map.entry(DataTypes.BinaryType, ColumnVector::getBinary),
            Map.entry(DataTypes.DateType, (vector, row) -> LocalDate.ofEpochDay(vector.getInt(row))),
            Map.entry(DataTypes.TimestampType, (vector, row) -> instant(vector.getLong(row))),
            Map.entry(
                    DataTypes.TimestampNTZType,
                    (vector, row) -> LocalDateTime.ofInstant(instant(vector.getLong(row)), ZoneOffset.UTC)));

    private VectorValue() {}

    private interface Reader {

        Object read(ColumnVector vector, int row);
    }

    static @Nullable Object of(ColumnVector vector, int row, DataType type) {
        if (vector.isNullAt(row)) {
            return null;
        }

        if (type instanceof StructType struct) {
            return struct(vector, row, struct);
        }

        if (type instanceof ArrayType array) {
            ArrayValue value = vector.getArray(row);
            return list(value.getElements(), value.getSize(), array.elementType());
        }

        if (type instanceof MapType map) {
            return map(vector.getMap(row), map);
        }

        if (type instanceof DecimalType decimal) {
            return vector.getDecimal(row).setScale(decimal.scale());
        }

        Reader scalar = SCALARS.get(type);

        if (scalar == null) {
            throw new IllegalStateException("Kernel does not read values of type " + type.sql());
        }

        return scalar.read(vector, row);
    }

    private static Row struct(ColumnVector vector, int row, StructType type) {
        @Nullable Object[] values = new Object[type.size()];

        for (int i = 0; i < values.length; i++) {
            values[i] = of(vector.getChild(i), row, type.apply(i).dataType());
        }

        return RowFactory.create(values);
    }

    private static List<@Nullable Object> list(ColumnVector elements, int size, DataType type) {
        List<@Nullable Object> list = new ArrayList<>(size);

        for (int i = 0; i < size; i++) {
            list.add(of(elements, i, type));
        }

        return list;
    }

    private static Map<@Nullable Object, @Nullable Object> map(MapValue value, MapType type) {
        List<@Nullable Object> keys = list(value.getKeys(), value.getSize(), type.keyType());
        List<@Nullable Object> values = list(value.getValues(), value.getSize(), type.valueType());
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();

        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }

        return map;
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
