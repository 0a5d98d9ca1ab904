package dev.lakelight.generate;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values of a type whose values lie on a line in equal steps: whole numbers, decimals, days, microseconds.
 *
 * @param min smallest number
 * @param max largest number
 * @param step between two numbers
 * @param origin the simplest number; random ones are mostly near
 * @param special numbers at which code breaks, beside the ends
 * @param type what a number stands for
 */
record NumberLine(
        BigDecimal min, BigDecimal max, BigDecimal step, BigDecimal origin, List<BigDecimal> special, LineType type)
        implements ColumnValues {

    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** How numbers become values, and values numbers. */
    record LineType(Function<BigDecimal, Object> value, Function<Object, BigDecimal> number) {}

    static NumberLine whole(long min, long max, Function<BigDecimal, Object> value) {
        return new NumberLine(
                BigDecimal.valueOf(min),
                BigDecimal.valueOf(max),
                ONE,
                ZERO,
                List.of(ZERO, ONE, ONE.negate()),
                new LineType(value, each -> new BigDecimal(each.toString())));
    }

    static NumberLine decimal(int precision, int scale) {
        BigDecimal step = BigDecimal.valueOf(1, scale);
        BigDecimal max = new BigDecimal(BigInteger.TEN.pow(precision).subtract(BigInteger.ONE), scale);
        return new NumberLine(
                max.negate(),
                max,
                step,
                ZERO.setScale(scale),
                List.of(ZERO.setScale(scale), step, step.negate()),
                new LineType(number -> number, BigDecimal.class::cast));
    }

    /** Return what of the line is between two numbers, which count as well. Null is no limit; so are limits that leave nothing. */
    NumberLine between(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        BigDecimal newMin =
                least == null ? min : onStep(least, RoundingMode.CEILING).max(min);
        BigDecimal newMax =
                most == null ? max : onStep(most, RoundingMode.FLOOR).min(max);

        if (newMin.compareTo(newMax) > 0) {
            return this;
        }

        return new NumberLine(newMin, newMax, step, origin.max(newMin).min(newMax), special, type);
    }

    @Override
    public List<@Nullable Object> edges() {
        List<@Nullable Object> edges = new ArrayList<>();
        Stream.concat(special.stream(), Stream.of(min, max))
                .filter(this::contains)
                .map(number -> number.setScale(step.scale(), RoundingMode.UNNECESSARY))
                .distinct()
                .map(type.value())
                .forEach(edges::add);
        return edges;
    }

    /** Draws a size first, so that small distances from the origin are as likely as large ones. */
    @Override
    public Object random(Random random) {
        BigInteger steps = max.subtract(min).divide(step, 0, RoundingMode.DOWN).toBigInteger();
        BigInteger distance = new BigInteger(random.nextInt(steps.bitLength() + 1), random);
        BigDecimal way = new BigDecimal(random.nextBoolean() ? distance : distance.negate()).multiply(step);
        BigDecimal near = origin.add(way);
        return type.value()
                .apply(
                        contains(near)
                                ? near
                                : min.add(new BigDecimal(distance.mod(steps.add(BigInteger.ONE))).multiply(step)));
    }

    /** The origin, then ever smaller parts of the way there: repeated, they lead to the end in few steps. */
    @Override
    public List<Object> simpler(Object value) {
        BigDecimal number = type.number().apply(value);
        List<Object> simpler = new ArrayList<>();

        for (BigDecimal way = number.subtract(origin);
                way.signum() != 0;
                way = onStep(way.divide(FOUR), RoundingMode.DOWN)) {
            simpler.add(type.value().apply(number.subtract(way)));
        }

        return simpler;
    }

    private boolean contains(BigDecimal number) {
        return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
    }

    private BigDecimal onStep(BigDecimal number, RoundingMode rounding) {
        return number.setScale(step.scale(), rounding);
    }
}
