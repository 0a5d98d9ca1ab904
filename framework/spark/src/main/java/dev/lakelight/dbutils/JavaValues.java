package dev.lakelight.dbutils;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/** Turns Scala's collections into Java's, of which JSON is made. */
final class JavaValues {

    private JavaValues() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof scala.collection.Map<?, ?> map) {
            return of(CollectionConverters.asJava(map));
        }

        if (value instanceof scala.collection.Iterable<?> items) {
            return of(CollectionConverters.asJavaCollection(items));
        }

        if (value instanceof Option<?> option) {
            return option.isEmpty() ? null : of(option.get());
        }

        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            map.forEach((name, item) -> values.put(String.valueOf(name), of(item)));
            return values;
        }

        return value instanceof Collection<?> items ? javaList(items) : value;
    }

    private static List<@Nullable Object> javaList(Collection<?> items) {
        List<@Nullable Object> values = new ArrayList<>();
        items.forEach(item -> values.add(of(item)));
        return values;
    }
}
