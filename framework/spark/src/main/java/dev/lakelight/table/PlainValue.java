package dev.lakelight.table;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Turns what programs put in rows into what files hold, so that both are typed by the same rules. */
final class PlainValue {

    private PlainValue() {}

    /** Return null, text, a number, a boolean, something whose text is its value, a list or a map. */
    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant();
        }

        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }

        if (value instanceof Row row) {
            return values(row);
        }

        return collection(value);
    }

    /** Return the values of a row, each as a plain one. */
    static List<@Nullable Object> values(Row row) {
        List<@Nullable Object> values = new ArrayList<>(row.length());

        for (int i = 0; i < row.length(); i++) {
            values.add(of(row.get(i)));
        }

        return values;
    }

    private static @Nullable Object collection(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }

        if (value instanceof scala.collection.Map<?, ?> map) {
            return map(CollectionConverters.asJava(map));
        }

        if (value instanceof scala.collection.Iterable<?> elements) {
            return list(CollectionConverters.asJava(elements));
        }

        if (value instanceof Iterable<?> elements) {
            return list(elements);
        }

        return value instanceof Object[] array ? list(Arrays.asList(array)) : value;
    }

    private static List<@Nullable Object> list(Iterable<?> elements) {
        List<@Nullable Object> plain = new ArrayList<>();
        elements.forEach(element -> plain.add(of(element)));
        return plain;
    }

    private static Map<@Nullable Object, @Nullable Object> map(Map<?, ?> entries) {
        Map<@Nullable Object, @Nullable Object> plain = new LinkedHashMap<>();
        entries.forEach((key, value) -> plain.put(of(key), of(value)));
        return plain;
    }
}
