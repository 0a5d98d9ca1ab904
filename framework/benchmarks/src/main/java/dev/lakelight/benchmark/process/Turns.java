package dev.lakelight.benchmark.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lets contenders run in turn, after one round that does not count: it brings their files into the system's cache. */
final class Turns {

    private final Function<Contender, ProcessRun> runner;
    private final Consumer<String> log;

    Turns(Function<Contender, ProcessRun> runner, Consumer<String> log) {
        this.runner = runner;
        this.log = log;
    }

    /** Return the runs of each round that counts, in the order of the contenders. */
    List<List<ProcessRun>> take(List<Contender> contenders, int rounds) {
        round("Warm-up", contenders);
        List<List<ProcessRun>> runs = new ArrayList<>();

        for (int round = 1; round <= rounds; round++) {
            runs.add(round("Round %d of %d".formatted(round, rounds), contenders));
        }

        return runs;
    }

    private List<ProcessRun> round(String title, List<Contender> contenders) {
        List<ProcessRun> runs = new ArrayList<>();

        for (Contender contender : contenders) {
            ProcessRun run = runner.apply(contender);
            runs.add(run);
            log.accept(title + ": " + summary(run));
        }

        return runs;
    }

    private static String summary(ProcessRun run) {
        return String.format(
                Locale.ROOT,
                "%s passed after %.2f s, ended after %.2f s, CPU %.2f s",
                run.contender(),
                ProcessRun.seconds(run.passed()),
                ProcessRun.seconds(run.wall()),
                ProcessRun.seconds(run.cpu()));
    }
}
