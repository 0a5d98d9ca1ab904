package dev.lakelight.compare;

import dev.lakelight.table.Placeholder;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;
import org.apache.spark.unsafe.types.CalendarInterval;
import org.apache.spark.unsafe.types.VariantVal;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Gives values a form in which {@code equals} and {@code hashCode} are those of Spark's {@code <=>}: NaN equals NaN, -0.0 equals
 * 0.0, binary and nested values count by content, maps without order. Variants count by their values and the types of these.
 */
final class CanonicalValue {

    private CanonicalValue() {}

    /** Return the function that brings values of a type into that form; null and placeholders stay as they are. */
    static UnaryOperator<@Nullable Object> of(DataType type) {
        UnaryOperator<Object> canonical = ofPresent(type);
        return value -> value == null || value instanceof Placeholder ? value : canonical.apply(value);
    }

    private static UnaryOperator<Object> ofPresent(DataType type) {
        if (type instanceof StructType struct) {
            return struct(struct);
        }

        if (type instanceof ArrayType array) {
            UnaryOperator<@Nullable Object> element = of(array.elementType());
            return value -> list(value, element);
        }

        if (type instanceof MapType map) {
            return map(map);
        }

        if (type instanceof DecimalType decimal) {
            return value -> decimal((BigDecimal) value, decimal);
        }

        return type instanceof VariantType ? CanonicalValue::variant : CanonicalValue::scalar;
    }

    private static Object decimal(BigDecimal value, DecimalType type) {
        return value.scale() == type.scale() ? value : value.setScale(type.scale());
    }

    /** Where Spark had to group by a variant it was given a text in its place. */
    private static Object variant(Object value) {
        return value instanceof String text ? VariantCell.split(text) : VariantCell.of((VariantVal) value);
    }

    private static Object scalar(Object value) {
        if (value instanceof Double number) {
            return number == 0 ? 0.0d : number;
        }

        if (value instanceof Float number) {
            return number == 0 ? 0.0f : number;
        }

        if (value instanceof byte[] bytes) {
            return ByteBuffer.wrap(bytes);
        }

        if (value instanceof CalendarInterval interval) {
            return interval.toString();
        }

        return time(value);
    }

    /** Spark hands out either kind, by {@code spark.sql.datetime.java8API.enabled}. */
    private static Object time(Object value) {
        if (value instanceof Date date) {
            return date.toLocalDate();
        }

        return value instanceof Timestamp timestamp ? timestamp.toInstant() : value;
    }

    private static UnaryOperator<Object> struct(StructType type) {
        CanonicalRow row = CanonicalRow.of(type);
        return value -> row.of((Row) value);
    }

    private static List<@Nullable Object> list(Object value, UnaryOperator<@Nullable Object> element) {
        List<@Nullable Object> list = new ArrayList<>();
        elements(value).forEach(each -> list.add(element.apply(each)));
        return list;
    }

    private static UnaryOperator<Object> map(MapType type) {
        UnaryOperator<@Nullable Object> key = of(type.keyType());
        UnaryOperator<@Nullable Object> content = of(type.valueType());
        return value -> {
            Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
            entries(value).forEach((k, v) -> map.put(key.apply(k), content.apply(v)));
            return map;
        };
    }

    private static Iterable<?> elements(Object value) {
        if (value instanceof scala.collection.Iterable<?> iterable) {
            return CollectionConverters.asJava(iterable);
        }

        return value instanceof Object[] array ? Arrays.asList(array) : (Iterable<?>) value;
    }

    private static Map<?, ?> entries(Object value) {
        if (value instanceof scala.collection.Map<?, ?> map) {
            return CollectionConverters.asJava(map);
        }

        return value instanceof Map<?, ?> map ? map : entriesOfArray(value);
    }

    /** Where Spark had to group by a map it was given an array of entries in its place. */
    private static Map<?, ?> entriesOfArray(Object value) {
        Map<@Nullable Object, @Nullable Object> map = new HashMap<>();
        elements(value).forEach(entry -> map.put(((Row) entry).get(0), ((Row) entry).get(1)));
        return map;
    }
}
