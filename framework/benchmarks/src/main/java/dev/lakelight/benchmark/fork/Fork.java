package dev.lakelight.benchmark.fork;

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
 * What it takes to have ten tables of a fixture in a lake of one's own, and to have them back as they were. The other side clones
 * and restores each table in SQL. All in one warm JVM, in turn.
 */
public final class Fork implements Benchmark {

    @Override
    public String name() {
        return "fork";
    }

    @Override
    public String question() {
        return "What forking a lake of %d tables takes, and rolling it back after a DELETE in each."
                .formatted(ForkRounds.TABLES);
    }

    @Override
    public Findings run(Workbench workbench) {
        SuiteJvms jvms = SuiteJvms.prepare(workbench);
        Contender contender = new Contender(
                name(), jvms.withArchive(), ForkRounds.class.getName(), List.of(String.valueOf(workbench.rounds())));
        Load load = workbench.quiet();
        ProcessRun run = new ContenderJvm(workbench.directory()).run(contender);
        ForkTimes times = new ForkTimes(
                milliseconds(run, ForkRounds.FORK),
                milliseconds(run, ForkRounds.CLONE),
                milliseconds(run, ForkRounds.ROLL_BACK),
                milliseconds(run, ForkRounds.RESTORE));
        return new Findings(load, times.text(), times.measurements());
    }

    private static List<Double> milliseconds(ProcessRun run, String name) {
        return run.values(name).stream().map(nanoseconds -> nanoseconds / 1e6).toList();
    }
}
