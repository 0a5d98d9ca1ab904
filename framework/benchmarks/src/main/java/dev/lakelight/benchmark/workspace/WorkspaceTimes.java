package dev.lakelight.benchmark.workspace;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.benchmark.measure.TextTable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** Milliseconds, one figure for each round of everything that is measured. */
record WorkspaceTimes(Map<Measured, List<Double>> milliseconds) {

    String text() {
        TextTable table = new TextTable("What", "ms", "Target");
        Arrays.stream(Measured.values())
                .forEach(what ->
                        table.row(what.label(), Distribution.of(of(what)).text(), what.target()));
        return """
                Milliseconds: the median of %d rounds, least and most in parentheses. The figure of a round is the median of its requests.

                %s""".formatted(rounds(), table.text());
    }

    private int rounds() {
        return of(Measured.JOB).size();
    }

    private List<Double> of(Measured what) {
        return milliseconds.getOrDefault(what, List.of());
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
