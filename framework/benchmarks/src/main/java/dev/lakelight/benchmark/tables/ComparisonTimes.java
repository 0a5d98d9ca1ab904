package dev.lakelight.benchmark.tables;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.benchmark.measure.Ratio;
import dev.lakelight.benchmark.measure.TextTable;
import dev.lakelight.benchmark.process.ProcessRun;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seconds that each algorithm took, one figure for each round. */
record ComparisonTimes(ProcessRun run) {

    String text() {
        TextTable seconds = new TextTable("Algorithm", "equal", "one value changed");
        TextTable ratios = new TextTable("Algorithm", "equal", "one value changed");

        for (Algorithm algorithm : Algorithm.values()) {
            seconds.row(
                    algorithm.label(),
                    Distribution.of(equal(algorithm)).text(),
                    Distribution.of(changed(algorithm)).text());
            ratios.row(
                    algorithm.label(),
                    Ratio.of(equal(Algorithm.LAKELIGHT), equal(algorithm)).text(),
                    Ratio.of(changed(Algorithm.LAKELIGHT), changed(algorithm)).text());
        }

        return """
                Seconds: the median of %d rounds, least and most in parentheses.

                %s
                Lakelight's time as a part of the others': the ratio of the medians, the range of the rounds' ratios in parentheses.

                %s""".formatted(equal(Algorithm.LAKELIGHT).size(), seconds.text(), ratios.text());
    }

    List<Map<String, Object>> measurements() {
        return Stream.of(Algorithm.values()).flatMap(this::measurements).toList();
    }

    private Stream<Map<String, Object>> measurements(Algorithm algorithm) {
        return IntStream.range(0, equal(algorithm).size())
                .mapToObj(round -> Map.of(
                        "round", round + 1,
                        "algorithm", algorithm.label(),
                        "equalSeconds", equal(algorithm).get(round),
                        "changedSeconds", changed(algorithm).get(round)));
    }

    private List<Double> equal(Algorithm algorithm) {
        return seconds(ComparisonRounds.equal(algorithm));
    }

    private List<Double> changed(Algorithm algorithm) {
        return seconds(ComparisonRounds.changed(algorithm));
    }

    private List<Double> seconds(String name) {
        return run.values(name).stream().map(nanoseconds -> nanoseconds / 1e9).toList();
    }
}
