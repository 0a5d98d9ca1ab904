package dev.lakelight.compare;

import dev.lakelight.problem.UserError;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far numbers may be from those that are expected. They are near enough when the absolute or the relative bound holds, both
 * included. NaN is near NaN only, an infinity only near itself, NULL only near NULL. Numbers count by the decimal digits that are
 * shown: 1.01 is within 0.01 of 1.00, whatever binary fractions make of it. Immutable.
 *
 * @param absolute greatest distance
 * @param relative greatest distance as a part of the greater one of the two numbers, signs apart: 0.01 is one percent
 */
public record Tolerance(BigDecimal absolute, BigDecimal relative) {

    public Tolerance {
        if (absolute.signum() < 0 || relative.signum() < 0) {
            throw new UserError("A tolerance is %s absolute and %s relative. Neither may be negative."
                    .formatted(absolute.toPlainString(), relative.toPlainString()));
        }
    }

    /**
     * Return an absolute tolerance.
     *
     * @param distance a decimal number such as 0.01
     * @throws UserError when it is no number, or negative
     */
    public static Tolerance absolute(String distance) {
        return new Tolerance(number(distance), BigDecimal.ZERO);
    }

    /**
     * Return a relative tolerance.
     *
     * @param part a decimal number: 0.01 is one percent
     * @throws UserError when it is no number, or negative
     */
    public static Tolerance relative(String part) {
        return new Tolerance(BigDecimal.ZERO, number(part));
    }

    /**
     * Read a tolerance: an absolute one such as {@code 0.01}, or a relative one in percent such as {@code 1%}.
     *
     * @throws UserError when it is neither, or negative
     */
    public static Tolerance of(String text) {
        return text.endsWith("%")
                ? new Tolerance(
                        BigDecimal.ZERO,
                        number(text.substring(0, text.length() - 1)).movePointLeft(2))
                : absolute(text);
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            throw new UserError("A tolerance is '%s'. Write a number such as 0.01.".formatted(text), e);
        }
    }

    /** Return whether two numbers of any type are near each other. */
    boolean areNear(@Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null || expected.equals(actual)) {
            return expected == actual || (expected != null && expected.equals(actual));
        }

        return isFinite(expected) && isFinite(actual) && areNear(decimal(expected), decimal(actual));
    }

    private boolean areNear(BigDecimal expected, BigDecimal actual) {
        BigDecimal distance = expected.subtract(actual).abs();
        BigDecimal greater = expected.abs().max(actual.abs());
        return distance.compareTo(absolute) <= 0 || distance.compareTo(greater.multiply(relative)) <= 0;
    }

    private static boolean isFinite(Object number) {
        return Double.isFinite(((Number) number).doubleValue());
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }
}
