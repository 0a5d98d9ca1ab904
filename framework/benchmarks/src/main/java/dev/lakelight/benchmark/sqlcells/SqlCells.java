package dev.lakelight.benchmark.sqlcells;

import dev.lakelight.benchmark.measure.Benchmark;
import dev.lakelight.benchmark.measure.Findings;
import dev.lakelight.benchmark.measure.Load;
import dev.lakelight.benchmark.measure.Workbench;
import dev.lakelight.benchmark.process.Contender;
import dev.lakelight.benchmark.process.ContenderJvm;
import dev.lakelight.benchmark.process.ProcessRun;
import dev.lakelight.benchmark.process.SuiteJvms;
import java.util.List;

/**
 * What a notebook of 200 small SQL cells adds to each of its statements. The other side calls {@code spark.sql} and collects the
 * rows as Java objects. The notebook's side is the whole run: reading the file, a session of its own, widgets and references, the
 * limit of 10,000 rows that Databricks has, and the record with the first rows as text. Both in one warm JVM, in turn.
 */
public final class SqlCells implements Benchmark {

    private static final int CELLS = 200;

    @Override
    public String name() {
        return "sql-cells";
    }

    @Override
    public String question() {
        return "What a notebook of %d small SQL cells adds to each of its statements.".formatted(CELLS);
    }

    @Override
    public Findings run(Workbench workbench) {
        SuiteJvms jvms = SuiteJvms.prepare(workbench);
        List<String> arguments = List.of(String.valueOf(workbench.rounds()), String.valueOf(CELLS));
        Contender contender = new Contender(name(), jvms.withArchive(), CellRounds.class.getName(), arguments);
        Load load = workbench.quiet();
        ProcessRun run = new ContenderJvm(workbench.directory()).run(contender);
        CellTimes times = new CellTimes(
                millisecondsPerCell(run, CellRounds.DIRECT), millisecondsPerCell(run, CellRounds.NOTEBOOK));
        return new Findings(load, times.text(), times.measurements());
    }

    private static List<Double> millisecondsPerCell(ProcessRun run, String name) {
        return run.values(name).stream()
                .map(nanoseconds -> nanoseconds / 1e6 / CELLS)
                .toList();
    }
}
