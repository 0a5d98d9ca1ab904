package dev.lakelight.benchmark.process;

import java.time.Duration;
import java.util.List;

/** Contenders and runs that nobody has run. */
final class Runs {

    private Runs() {}

    static Contender contender(String name) {
        return new Contender(name, new JvmSetup(List.of(), List.of()), "Main", List.of());
    }

    /** Return a run that passed a second before it ended. */
    static ProcessRun run(String contender, double wall, double cpu) {
        return new ProcessRun(contender, seconds(wall), seconds(wall - 1), seconds(cpu), List.of());
    }

    private static Duration seconds(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
