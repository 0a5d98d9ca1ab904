package dev.lakelight.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What constraints and users leave of a column's values. Each restriction returns a narrower one.
 *
 * @param nulls share of NULLs, from 0 to 1; 0 when there are none
 * @param least smallest value as a number: of days or microseconds since 1970 for times; null without limit
 * @param most largest value, in the same way
 * @param minLength of a text, in characters
 * @param maxLength of a text, in characters
 * @param chosen the only values; null when any will do
 */
record Domain(
        double nulls,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        int minLength,
        int maxLength,
        @Nullable List<@Nullable Object> chosen) {

    private static final double SOME = 0.1;

    /** Any value of the type, NULL now and then where that may be. */
    static Domain all(boolean nullable) {
        return new Domain(nullable ? SOME : 0, null, null, 0, Integer.MAX_VALUE, null);
    }

    Domain withNulls(double share) {
        return new Domain(share, least, most, minLength, maxLength, chosen);
    }

    Domain atLeast(BigDecimal limit) {
        BigDecimal higher = least == null ? limit : least.max(limit);
        return new Domain(nulls, higher, most, minLength, maxLength, chosen);
    }

    Domain atMost(BigDecimal limit) {
        BigDecimal lower = most == null ? limit : most.min(limit);
        return new Domain(nulls, least, lower, minLength, maxLength, chosen);
    }

    Domain longerThan(int limit) {
        return new Domain(nulls, least, most, Math.max(minLength, limit), maxLength, chosen);
    }

    Domain shorterThan(int limit) {
        return new Domain(nulls, least, most, minLength, Math.min(maxLength, limit), chosen);
    }

    /** Keep these values, or those of them that were chosen before; when none is left, leave it: the rows will tell. */
    Domain oneOf(List<? extends @Nullable Object> values) {
        List<@Nullable Object> kept = new ArrayList<>(values);
        kept.removeIf(value -> chosen != null && !chosen.contains(value));
        return kept.isEmpty() ? this : new Domain(nulls, least, most, minLength, maxLength, kept);
    }
}
