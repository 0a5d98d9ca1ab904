package dev.lakelight.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * DOUBLE and FLOAT. Not a number and the infinities are among them, unless there is a limit at their end; Spark sorts NaN last.
 *
 * @param min smallest value, or minus infinity
 * @param max largest value; NaN when there is no limit
 * @param special finite values at which code breaks
 * @param value makes what the column holds of a double
 */
record FloatingValues(double min, double max, List<Double> special, Function<Double, Object> value)
        implements ColumnValues {

    private static final double SPREAD = 1000;

    static FloatingValues doubles() {
        return new FloatingValues(
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                List.of(0.0, -0.0, 0.1, -1.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE),
                number -> number);
    }

    static FloatingValues floats() {
        return new FloatingValues(
                Double.NEGATIVE_INFINITY,
                Double.NaN,
                List.of(0.0, -0.0, 0.1, -1.0, (double) Float.MIN_VALUE, (double) Float.MAX_VALUE, (double)
                        -Float.MAX_VALUE),
                Double::floatValue);
    }

    FloatingValues between(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        double newMin = least == null ? min : Math.max(min, least.doubleValue());
        double newMax = most == null ? max : most.doubleValue();
        return newMin > newMax ? this : new FloatingValues(newMin, newMax, special, value);
    }

    @Override
    public List<@Nullable Object> edges() {
        List<@Nullable Object> edges = new ArrayList<>();
        Stream.concat(
                        special.stream(),
                        Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, min, max))
                .filter(this::contains)
                .map(value)
                .distinct()
                .forEach(edges::add);
        return edges;
    }

    @Override
    public Object random(Random random) {
        double low = Double.isInfinite(min) ? Math.min(-SPREAD, max - SPREAD) : min;
        double high = Double.isNaN(max) ? Math.max(SPREAD, min + SPREAD) : max;
        low = Double.isNaN(low) ? -SPREAD : low;
        double drawn = low / 2
                + (high / 2 - low / 2) * random.nextDouble()
                + low / 2
                + (high / 2 - low / 2) * random.nextDouble();
        return value.apply(Math.max(low, Math.min(high, drawn)));
    }

    @Override
    public List<Object> simpler(Object number) {
        double found = ((Number) number).doubleValue();
        return Stream.of(0.0, 1.0, -1.0, (double) Math.round(found))
                .filter(this::contains)
                .takeWhile(simple -> Double.compare(simple, found) != 0)
                .map(value)
                .toList();
    }

    private boolean contains(double number) {
        return Double.isNaN(number) ? Double.isNaN(max) : number >= min && (Double.isNaN(max) || number <= max);
    }
}
