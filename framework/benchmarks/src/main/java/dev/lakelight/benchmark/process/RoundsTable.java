package dev.lakelight.benchmark.process;

import dev.lakelight.benchmark.measure.Distribution;
import dev.lakelight.benchmark.measure.Ratio;
import dev.lakelight.benchmark.measure.TextTable;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in Markdown what rounds have measured. */
public final class RoundsTable {

    private final Rounds rounds;

    /** Describe these rounds. */
    public RoundsTable(Rounds rounds) {
        this.rounds = rounds;
    }

    /** Return a table of seconds and one of what part they are of the first contender's. */
    public String text() {
        return Stream.of(
                        "Seconds: the median of %d rounds, least and most in parentheses.\n"
                                .formatted(rounds.runs().size()),
                        seconds(),
                        "Parts of %s: the ratio of the medians, the range of the rounds' ratios in parentheses.\n"
                                .formatted(rounds.contenders().get(0).name()),
                        parts())
                .collect(Collectors.joining("\n"));
    }

    private String seconds() {
        return table(values -> Distribution.of(values.measured()).text());
    }

    private String parts() {
        return table(values -> Ratio.of(values.measured(), values.reference()).text());
    }

    private String table(Function<Values, String> cell) {
        TextTable table = new TextTable("Contender", "Passed after", "Ended after", "CPU");

        for (int contender = 0; contender < rounds.contenders().size(); contender++) {
            table.row(
                    rounds.contenders().get(contender).name(),
                    cell.apply(values(contender, run -> ProcessRun.seconds(run.passed()))),
                    cell.apply(values(contender, run -> ProcessRun.seconds(run.wall()))),
                    cell.apply(values(contender, run -> ProcessRun.seconds(run.cpu()))));
        }

        return table.text();
    }

    private Values values(int contender, Function<ProcessRun, Double> figure) {
        return new Values(rounds.column(contender, figure), rounds.column(0, figure));
    }

    private record Values(List<Double> measured, List<Double> reference) {}
}
