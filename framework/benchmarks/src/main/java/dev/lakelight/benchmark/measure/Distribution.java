package dev.lakelight.benchmark.measure;

import java.util.Collection;
import java.util.Locale;

/**
 * What is said of several measurements of the same thing. The unit is that of the measurements.
 *
 * @param median the middle one; the mean of the two in the middle when their number is even
 */
public record Distribution(double median, double least, double most) {

    /**
     * Describe measurements.
     *
     * @throws IllegalArgumentException when there are none
     */
    public static Distribution of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to describe: no measurement.");
        }

        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Distribution(middle(sorted), sorted[0], sorted[sorted.length - 1]);
    }

    private static double middle(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Return the median and the range with two decimals, as tables show them: {@code 8.50 (8.31 to 8.92)}. */
    public String text() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", median, least, most);
    }
}
