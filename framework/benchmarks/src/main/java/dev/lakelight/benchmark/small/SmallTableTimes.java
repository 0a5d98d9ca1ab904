package dev.lakelight.benchmark.small;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.benchmark.measure.Ratio;
import dev.lakelight.benchmark.measure.TextTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Milliseconds, one figure for each round of everything that is measured. */
record SmallTableTimes(Map<Measured, List<Double>> milliseconds) {

    String text() {
        return """
                Milliseconds: the median of %d rounds, least and most in parentheses.

                %s
                Times faster: the ratio of the medians, the range of the rounds' ratios in parentheses.

                %s""".formatted(rounds(), times(), ratios());
    }

    private int rounds() {
        return of(Measured.SEED).size();
    }

    private List<Double> of(Measured what) {
        return milliseconds.getOrDefault(what, List.of());
    }

    private String times() {
        TextTable table = new TextTable("What", "ms");
        Arrays.stream(Measured.values())
                .forEach(what ->
                        table.row(what.label(), Distribution.of(of(what)).text()));
        return table.text();
    }

    private String ratios() {
        return new TextTable("What", "times")
                .row("seed than with Spark", ratio(Measured.SEED_WITH_SPARK, Measured.SEED))
                .row("assert than as spark-fast-tests", ratio(Measured.ASSERT_AS_FAST_TESTS, Measured.ASSERT))
                .row("assert than as spark-testing-base", ratio(Measured.ASSERT_AS_TESTING_BASE, Measured.ASSERT))
                .text();
    }

    private String ratio(Measured slower, Measured faster) {
        return Ratio.of(of(slower), of(faster)).text();
    }

    List<Map<String, Object>> measurements() {
        return IntStream.range(0, rounds()).mapToObj(this::measurement).toList();
    }

    private Map<String, Object> measurement(int round) {
        Map<String, Object> measurement = new LinkedHashMap<>();
        measurement.put("round", round + 1);
        Arrays.stream(Measured.values())
                .forEach(what ->
                        measurement.put(what.name().toLowerCase(Locale.ROOT) + "Milliseconds", of(what).get(round)));
        return measurement;
    }
}
