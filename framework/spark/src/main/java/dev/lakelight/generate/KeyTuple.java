package dev.lakelight.generate;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The values of a key in a row, so that those are equal which Spark takes for equal. */
final class KeyTuple {

    private KeyTuple() {}

    /** Return the values of some columns; equal to others when Spark says so, and when both are NULL. */
    static List<@Nullable Object> of(Row row, List<Integer> columns) {
        List<@Nullable Object> tuple = new ArrayList<>();
        columns.forEach(column -> tuple.add(comparable(row.get(column))));
        return tuple;
    }

    /** Return something that is equal to what stands for the same value. */
    static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Double number) {
            return number == 0 ? (Object) 0.0 : number;
        }

        if (value instanceof Float number) {
            return number == 0 ? (Object) 0.0f : number;
        }

        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }
}
