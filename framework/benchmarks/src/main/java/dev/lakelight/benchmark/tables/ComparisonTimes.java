package dev.lakelight.benchmark.tables;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.benchmark.measure.Ratio;
import dev.lakelight.benchmark.measure.TextTable;
import dev.lakelight.benchmark.process.ProcessRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Seconds that each algorithm took, one figure for each round. */
record ComparisonTimes(ProcessRun run) {

    private static final List<String> HEADER =
            List.of("Algorithm", "equal", "equal, CPU", "one value changed", "one value changed, CPU");

    String text() {
        TextTable seconds = new TextTable(HEADER.toArray(String[]::new));
        TextTable ratios = new TextTable(HEADER.toArray(String[]::new));

        for (Algorithm algorithm : Algorithm.values()) {
            seconds.row(line(
                    algorithm,
                    name -> Distribution.of(seconds(name.of(algorithm))).text()));
            ratios.row(line(
                    algorithm,
                    name -> Ratio.of(seconds(name.of(Algorithm.LAKELIGHT)), seconds(name.of(algorithm)))
                            .text()));
        }

        return """
                Seconds: the median of %d rounds, least and most in parentheses. CPU is that of the whole process.

                %s
                Lakelight's time as a part of the others': the ratio of the medians, the range of the rounds' ratios in parentheses.

                %s""".formatted(rounds(), seconds.text(), ratios.text());
    }

    private static String[] line(Algorithm algorithm, Function<Measured, String> cell) {
        return Stream.concat(
                        Stream.of(algorithm.label()),
                        Stream.of(Measured.values()).map(cell))
                .toArray(String[]::new);
    }

    private int rounds() {
        return seconds(Measured.EQUAL_WALL.of(Algorithm.LAKELIGHT)).size();
    }

    List<Map<String, Object>> measurements() {
        return Stream.of(Algorithm.values()).flatMap(this::measurements).toList();
    }

    private Stream<Map<String, Object>> measurements(Algorithm algorithm) {
        return IntStream.range(0, rounds()).mapToObj(round -> {
            Map<String, Object> measurement = new LinkedHashMap<>();
            measurement.put("round", round + 1);
            measurement.put("algorithm", algorithm.label());
            Stream.of(Measured.values())
                    .forEach(name -> measurement.put(
                            name.label(), seconds(name.of(algorithm)).get(round)));
            return measurement;
        });
    }

    private List<Double> seconds(String name) {
        return run.values(name).stream().map(nanoseconds -> nanoseconds / 1e9).toList();
    }
}
