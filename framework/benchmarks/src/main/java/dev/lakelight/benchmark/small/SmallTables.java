package dev.lakelight.benchmark.small;

import dev.lakelight.benchmark.measure.Benchmark;
import dev.lakelight.benchmark.measure.Findings;
import dev.lakelight.benchmark.measure.Load;
import dev.lakelight.benchmark.measure.Workbench;
import dev.lakelight.benchmark.process.Contender;
import dev.lakelight.benchmark.process.ContenderJvm;
import dev.lakelight.benchmark.process.ProcessRun;
import dev.lakelight.benchmark.process.SuiteJvms;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a test pays for its tables, next to what it tests: seeds and assertions of ten rows. The other sides do the same with Spark
 * alone, and with the algorithms of other libraries on tables that Delta has read before. All in one warm JVM, in turn.
 */
public final class SmallTables implements Benchmark {

    @Override
    public String name() {
        return "small-tables";
    }

    @Override
    public String question() {
        return "What it takes to seed a table of %d rows and to assert on it.".formatted(SmallTableRounds.ROWS);
    }

    @Override
    public Findings run(Workbench workbench) {
        SuiteJvms jvms = SuiteJvms.prepare(workbench);
        Contender contender = new Contender(
                name(),
                jvms.withArchive(),
                SmallTableRounds.class.getName(),
                List.of(String.valueOf(workbench.rounds())));
        Load load = workbench.quiet();
        ProcessRun run = new ContenderJvm(workbench.directory()).run(contender);
        Map<Measured, List<Double>> milliseconds = new EnumMap<>(Measured.class);

        for (Measured each : Measured.values()) {
            milliseconds.put(
                    each,
                    run.values(each.name()).stream()
                            .map(nanoseconds -> nanoseconds / 1e6)
                            .toList());
        }

        SmallTableTimes times = new SmallTableTimes(milliseconds);
        return new Findings(load, times.text(), times.measurements());
    }
}
