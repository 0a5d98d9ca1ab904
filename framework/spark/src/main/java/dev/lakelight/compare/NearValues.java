package dev.lakelight.compare;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Compares values with a tolerance for the numbers in them, however deep; all else, the keys of maps too, is exact. */
final class NearValues {

    private final Tolerance tolerance;
    private final Predicate<DataType> numbers;

    private NearValues(Tolerance tolerance, Predicate<DataType> numbers) {
        this.tolerance = tolerance;
        this.numbers = numbers;
    }

    /** Return how values of a type are compared; nothing when it has none of the types that are taken for numbers. */
    static Optional<CellEquality> of(DataType type, Tolerance tolerance, Predicate<DataType> numbers) {
        NearValues values = new NearValues(tolerance, numbers);
        return values.isFor(type) ? Optional.of(values.of(type)) : Optional.empty();
    }

    private boolean isFor(DataType type) {
        if (type instanceof StructType struct) {
            return Arrays.stream(struct.fields()).map(StructField::dataType).anyMatch(this::isFor);
        }

        if (type instanceof ArrayType array) {
            return isFor(array.elementType());
        }

        return type instanceof MapType map ? isFor(map.valueType()) : numbers.test(type);
    }

    private CellEquality of(DataType type) {
        CellEquality present = ofPresent(type);
        return (expected, actual) ->
                (expected == null || actual == null) ? expected == actual : present.areEqual(expected, actual);
    }

    private CellEquality ofPresent(DataType type) {
        if (type instanceof StructType struct) {
            List<CellEquality> fields = Arrays.stream(struct.fields())
                    .map(field -> of(field.dataType()))
                    .toList();
            return (expected, actual) -> structs(list(expected), list(actual), fields);
        }

        if (type instanceof ArrayType array) {
            CellEquality element = of(array.elementType());
            return (expected, actual) -> lists(list(expected), list(actual), element);
        }

        if (type instanceof MapType map) {
            CellEquality value = of(map.valueType());
            return (expected, actual) -> maps(map(expected), map(actual), value);
        }

        return numbers.test(type) ? tolerance::areNear : Objects::equals;
    }

    private static List<?> list(@Nullable Object value) {
        return (List<?>) requireNonNull(value);
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return (Map<?, ?>) requireNonNull(value);
    }

    private static boolean structs(List<?> expected, List<?> actual, List<CellEquality> fields) {
        return IntStream.range(0, fields.size()).allMatch(i -> fields.get(i).areEqual(expected.get(i), actual.get(i)));
    }

    private static boolean lists(List<?> expected, List<?> actual, CellEquality element) {
        Iterator<?> others = actual.iterator();
        return expected.size() == actual.size()
                && expected.stream().allMatch(each -> element.areEqual(each, others.next()));
    }

    private static boolean maps(Map<?, ?> expected, Map<?, ?> actual, CellEquality value) {
        return expected.keySet().equals(actual.keySet())
                && expected.entrySet().stream()
                        .allMatch(entry -> value.areEqual(entry.getValue(), actual.get(entry.getKey())));
    }
}
