package dev.lakelight.benchmark.measure;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How measurements relate to those of a reference that were made in turn with them.
 *
 * @param ofMedians the median divided by that of the reference
 * @param least the least of the ratios of the single rounds; neighbours in time saw the same machine
 * @param most the greatest of them
 */
public record Ratio(double ofMedians, double least, double most) {

    /**
     * Relate measurements to a reference.
     *
     * @param values one for each round
     * @param reference those of the same rounds, in the same order
     * @throws IllegalArgumentException when they are not as many, or none
     */
    public static Ratio of(List<Double> values, List<Double> reference) {
        if (values.size() != reference.size()) {
            throw new IllegalArgumentException(
                    "%d measurements cannot be paired with %d.".formatted(values.size(), reference.size()));
        }

        Distribution rounds = Distribution.of(rounds(values, reference).boxed().toList());
        double ofMedians =
                Distribution.of(values).median() / Distribution.of(reference).median();
        return new Ratio(ofMedians, rounds.least(), rounds.most());
    }

    private static DoubleStream rounds(List<Double> values, List<Double> reference) {
        return IntStream.range(0, values.size()).mapToDouble(round -> values.get(round) / reference.get(round));
    }

    /** Return the ratio and the range of the rounds, as tables show them: {@code 0.37 (0.36 to 0.39)}. */
    public String text() {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", ofMedians, least, most);
    }
}
