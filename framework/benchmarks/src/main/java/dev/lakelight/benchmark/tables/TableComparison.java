package dev.lakelight.benchmark.tables;

import dev.lakelight.benchmark.measure.Benchmark;
import dev.lakelight.benchmark.measure.Findings;
import dev.lakelight.benchmark.measure.Load;
import dev.lakelight.benchmark.measure.Workbench;

/**
 * Comparing two tables of a million rows and ten columns in Parquet files, once equal but for their order and once with one value
 * changed, by Lakelight and by the algorithms of other libraries. All in one JVM and on one cluster, in turn.
 */
public final class TableComparison implements Benchmark {

    private static final long ROWS = 1_000_000;

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String question() {
        return "How long it takes to compare two tables of %d rows and ten columns.".formatted(ROWS);
    }

    @Override
    public Findings run(Workbench workbench) {
        Load load = workbench.quiet();
        ComparisonTimes times = new ComparisonTimes(
                new ComparisonJvm(workbench.directory(), "3g").run(workbench.rounds(), ROWS, Algorithm.values()));
        return new Findings(load, times.text(), times.measurements());
    }
}
