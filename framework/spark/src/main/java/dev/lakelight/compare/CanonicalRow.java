package dev.lakelight.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Brings rows into the form of {@link CanonicalValue}, with their columns in a wanted order. */
final class CanonicalRow {

    private final int[] positions;
    private final List<UnaryOperator<@Nullable Object>> columns;

    private CanonicalRow(int[] positions, List<UnaryOperator<@Nullable Object>> columns) {
        this.positions = positions;
        this.columns = columns;
    }

    /** Keep the order of the columns. */
    static CanonicalRow of(StructType schema) {
        return of(schema, IntStream.range(0, schema.size()).toArray(), schema);
    }

    /** Take the columns at these positions of the schema, in the types of another one. */
    static CanonicalRow of(StructType schema, int[] positions, StructType types) {
        return new CanonicalRow(
                positions,
                IntStream.range(0, positions.length)
                        .mapToObj(i -> column(
                                schema.apply(positions[i]).dataType(),
                                types.apply(i).dataType()))
                        .toList());
    }

    private static UnaryOperator<@Nullable Object> column(DataType from, DataType to) {
        UnaryOperator<@Nullable Object> canonical = CanonicalValue.of(to);
        return DataType.equalsIgnoreNullability(from, to)
                ? canonical
                : value -> canonical.apply(WiderType.widened(value, to));
    }

    /** Return the values, of which any may be null. */
    List<@Nullable Object> of(Row row) {
        @Nullable Object[] values = new Object[positions.length];

        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).apply(row.get(positions[i]));
        }

        return Arrays.asList(values);
    }
}
