package dev.lakelight.benchmark.sqlcells;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.benchmark.measure.TextTable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Milliseconds a cell, one figure for each round. */
record CellTimes(List<Double> direct, List<Double> notebook) {

    String text() {
        return """
                Milliseconds a cell: the median of %d rounds, least and most in parentheses.

                %s""".formatted(direct.size(), table());
    }

    private String table() {
        return new TextTable("What", "ms a cell")
                .row("spark.sql and collect", Distribution.of(direct).text())
                .row("cell of a notebook", Distribution.of(notebook).text())
                .row("added by the notebook", Distribution.of(added()).text())
                .text();
    }

    private List<Double> added() {
        return rounds().mapToObj(round -> notebook.get(round) - direct.get(round))
                .toList();
    }

    List<Map<String, Object>> measurements() {
        return rounds().mapToObj(this::measurement).toList();
    }

    private Map<String, Object> measurement(int round) {
        return Map.of(
                "round", round + 1,
                "directMillisecondsPerCell", direct.get(round),
                "notebookMillisecondsPerCell", notebook.get(round));
    }

    private IntStream rounds() {
        return IntStream.range(0, direct.size());
    }
}
