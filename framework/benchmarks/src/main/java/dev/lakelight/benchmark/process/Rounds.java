package dev.lakelight.benchmark.process;

import dev.lakelight.benchmark.measure.Load;
import dev.lakelight.benchmark.measure.Workbench;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What contenders measured that ran in turn, so that whatever else the machine did hit all of them.
 *
 * @param contenders in the order in which each round ran them; the first is what others are compared with
 * @param runs for each round that counts, the runs in the order of the contenders
 */
public record Rounds(Load loadAtStart, List<Contender> contenders, List<List<ProcessRun>> runs) {

    public Rounds {
        contenders = List.copyOf(contenders);
        runs = runs.stream().map(List::copyOf).toList();
    }

    /**
     * Wait for a quiet machine, then let the contenders run in turn.
     *
     * @throws dev.lakelight.problem.EnvironmentError when one of them does not pass
     */
    public static Rounds of(List<Contender> contenders, Workbench workbench) {
        Load load = workbench.quiet();
        Turns turns = new Turns(new ContenderJvm(workbench.directory())::run, workbench.log());
        return new Rounds(load, contenders, turns.take(contenders, workbench.rounds()));
    }

    /** Return what one contender measured, in the order of the rounds. */
    List<Double> column(int contender, Function<ProcessRun, Double> figure) {
        return runs.stream().map(round -> figure.apply(round.get(contender))).toList();
    }

    /** Return every run, for a file of raw measurements. */
    public List<Map<String, Object>> measurements() {
        return IntStream.range(0, runs.size())
                .boxed()
                .flatMap(round -> runs.get(round).stream().map(run -> run.measurement(round + 1)))
                .toList();
    }
}
