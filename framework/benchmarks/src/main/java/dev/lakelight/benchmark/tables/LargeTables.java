package dev.lakelight.benchmark.tables;

import dev.lakelight.benchmark.measure.Benchmark;
import dev.lakelight.benchmark.measure.Findings;
import dev.lakelight.benchmark.measure.Load;
import dev.lakelight.benchmark.measure.Workbench;
import dev.lakelight.benchmark.process.ProcessRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether twenty million rows can be compared in a JVM with a heap of one GiB, which is driver and executor in one. */
public final class LargeTables implements Benchmark {

    private static final long ROWS = 20_000_000;

    @Override
    public String name() {
        return "compare-large";
    }

    @Override
    public String question() {
        return "Whether two tables of %d rows and ten columns can be compared in a heap of 1 GiB.".formatted(ROWS);
    }

    @Override
    public Findings run(Workbench workbench) {
        Load load = workbench.quiet();
        ProcessRun run = new ComparisonJvm(workbench.directory(), "1g").run(1, ROWS, Algorithm.LAKELIGHT);
        double equal = seconds(run, Measured.EQUAL_WALL);
        double changed = seconds(run, Measured.CHANGED_WALL);
        String text = String.format(
                Locale.ROOT,
                "Passed, measured once: %.0f s when they are equal, %.0f s with one value changed.%n",
                equal,
                changed);
        return new Findings(load, text, List.of(Map.of("equalSeconds", equal, "changedSeconds", changed)));
    }

    private static double seconds(ProcessRun run, Measured name) {
        return run.values(name.of(Algorithm.LAKELIGHT)).get(0) / 1e9;
    }
}
