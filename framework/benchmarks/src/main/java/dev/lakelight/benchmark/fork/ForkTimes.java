package dev.lakelight.benchmark.fork;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.benchmark.measure.Ratio;
import dev.lakelight.benchmark.measure.TextTable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Milliseconds for all tables, one figure for each round. */
record ForkTimes(List<Double> fork, List<Double> shallowClone, List<Double> rollBack, List<Double> restore) {

    String text() {
        return """
                Milliseconds for %d tables: the median of %d rounds, least and most in parentheses.

                %s
                Times faster: the ratio of the medians, the range of the rounds' ratios in parentheses.

                %s""".formatted(ForkRounds.TABLES, fork.size(), times(), ratios());
    }

    private String times() {
        return new TextTable("What", "ms")
                .row(
                        "fork, opening and closing of the lake included",
                        Distribution.of(fork).text())
                .row("SHALLOW CLONE", Distribution.of(shallowClone).text())
                .row("roll back", Distribution.of(rollBack).text())
                .row("RESTORE", Distribution.of(restore).text())
                .text();
    }

    private String ratios() {
        return new TextTable("What", "times")
                .row("fork than SHALLOW CLONE", Ratio.of(shallowClone, fork).text())
                .row("roll back than RESTORE", Ratio.of(restore, rollBack).text())
                .text();
    }

    List<Map<String, Object>> measurements() {
        return IntStream.range(0, fork.size()).mapToObj(this::measurement).toList();
    }

    private Map<String, Object> measurement(int round) {
        return Map.of(
                "round", round + 1,
                "forkMilliseconds", fork.get(round),
                "cloneMilliseconds", shallowClone.get(round),
                "rollBackMilliseconds", rollBack.get(round),
                "restoreMilliseconds", restore.get(round));
    }
}
