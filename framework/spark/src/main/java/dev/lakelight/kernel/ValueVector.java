package dev.lakelight.kernel;

import io.delta.kernel.data.ArrayValue;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.MapValue;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.StructType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Spark's external values of one type, as {@link TableRows} holds them. */
final class ValueVector implements ColumnVector {

    private final DataType type;
    private final @Nullable Object[] values;

    ValueVector(DataType type, @Nullable Object... values) {
        this.type = type;
        this.values = values;
    }

    @Override
    public DataType getDataType() {
        return type;
    }

    @Override
    public int getSize() {
        return values.length;
    }

    @Override
    public void close() {}

    @Override
    public boolean isNullAt(int row) {
        return values[row] == null;
    }

    @Override
    public boolean getBoolean(int row) {
        return (Boolean) present(row);
    }

    @Override
    public byte getByte(int row) {
        return (Byte) present(row);
    }

    @Override
    public short getShort(int row) {
        return (Short) present(row);
    }

    /** Return a number, or the days since 1970 of a date. */
    @Override
    public int getInt(int row) {
        Object value = present(row);
        return value instanceof LocalDate date ? Math.toIntExact(date.toEpochDay()) : (Integer) value;
    }

    /** Return a number, or the microseconds since 1970 of a time. */
    @Override
    public long getLong(int row) {
        Object value = present(row);
        return value instanceof Instant time ? ChronoUnit.MICROS.between(Instant.EPOCH, time) : (Long) value;
    }

    @Override
    public float getFloat(int row) {
        return (Float) present(row);
    }

    @Override
    public double getDouble(int row) {
        return (Double) present(row);
    }

    @Override
    public byte[] getBinary(int row) {
        return (byte[]) present(row);
    }

    @Override
    public String getString(int row) {
        return (String) present(row);
    }

    @Override
    public BigDecimal getDecimal(int row) {
        return (BigDecimal) present(row);
    }

    @Override
    public ArrayValue getArray(int row) {
        return new Elements(vector(((ArrayType) type).getElementType(), (List<?>) present(row)));
    }

    @Override
    public MapValue getMap(int row) {
        Map<?, ?> entries = (Map<?, ?>) present(row);
        MapType map = (MapType) type;
        return new Entries(
                vector(map.getKeyType(), entries.keySet().stream().toList()),
                new ValueVector(map.getValueType(), entries.values().toArray()));
    }

    @Override
    public ColumnVector getChild(int ordinal) {
        return new ValueVector(
                ((StructType) type).at(ordinal).getDataType(),
                Arrays.stream(values)
                        .map(value -> value == null ? null : ((Row) value).get(ordinal))
                        .toArray());
    }

    private Object present(int row) {
        Object value = values[row];

        if (value == null) {
            throw new IllegalStateException("Row %d is NULL".formatted(row));
        }

        return value;
    }

    private static ValueVector vector(DataType type, List<?> values) {
        return new ValueVector(type, values.toArray());
    }

    private record Elements(ColumnVector elements) implements ArrayValue {

        @Override
        public int getSize() {
            return elements.getSize();
        }

        @Override
        public ColumnVector getElements() {
            return elements;
        }
    }

    private record Entries(ColumnVector keys, ColumnVector values) implements MapValue {

        @Override
        public int getSize() {
            return keys.getSize();
        }

        @Override
        public ColumnVector getKeys() {
            return keys;
        }

        @Override
        public ColumnVector getValues() {
            return values;
        }
    }
}
