package dev.lakelight.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * The column or field of a name in both schemas; of a name that occurs several times, the same occurrence.
 *
 * @param expected null when nobody expects it
 * @param actual null when it is not there
 */
record FieldPair(@Nullable StructField expected, @Nullable StructField actual) {

    static final int NOWHERE = -1;

    /** Return the expected ones in order, then the unexpected ones in order. */
    static List<FieldPair> of(StructType expected, StructType actual) {
        int[] positions = positions(expected, actual);
        List<FieldPair> pairs = new ArrayList<>();

        for (int i = 0; i < positions.length; i++) {
            pairs.add(new FieldPair(expected.apply(i), positions[i] == NOWHERE ? null : actual.apply(positions[i])));
        }

        BitSet found = new BitSet();
        IntStream.of(positions).filter(position -> position != NOWHERE).forEach(found::set);
        IntStream.range(0, actual.size())
                .filter(i -> !found.get(i))
                .forEach(i -> pairs.add(new FieldPair(null, actual.apply(i))));
        return pairs;
    }

    /** Return for each expected column its position in the actual schema. */
    static int[] positions(StructType expected, StructType actual) {
        Map<String, Deque<Integer>> places = new HashMap<>();

        for (int i = 0; i < actual.size(); i++) {
            places.computeIfAbsent(actual.apply(i).name(), name -> new ArrayDeque<>())
                    .add(i);
        }

        int[] positions = new int[expected.size()];

        for (int i = 0; i < positions.length; i++) {
            Integer place = places.getOrDefault(expected.apply(i).name(), new ArrayDeque<>())
                    .poll();
            positions[i] = place == null ? NOWHERE : place;
        }

        return positions;
    }

    /** Return the expected field, or the actual one where nobody expects any. */
    StructField either() {
        return requireNonNull(expected == null ? actual : expected);
    }

    /** Return whether both are there and have the same type; nullability does not count. */
    boolean isEqual() {
        return expected != null
                && actual != null
                && DataType.equalsIgnoreNullability(expected.dataType(), actual.dataType());
    }
}
