package dev.lakelight.benchmark.statements;

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
 * What statements on a table of a hundred rows take. The other side is the same cluster and the same statements with
 * {@code spark.lakelight.snapshot.maxBytes=0}: Delta's own way to the state of a table.
 */
public final class DeltaStatements implements Benchmark {

    @Override
    public String name() {
        return "statements";
    }

    @Override
    public String question() {
        return "What statements on a Delta table of a hundred rows take.";
    }

    @Override
    public Findings run(Workbench workbench) {
        SuiteJvms jvms = SuiteJvms.prepare(workbench);
        List<String> arguments = List.of(String.valueOf(workbench.rounds()));
        Contender contender = new Contender(name(), jvms.withArchive(), StatementRounds.class.getName(), arguments);
        Load load = workbench.quiet();
        ProcessRun run = new ContenderJvm(workbench.directory()).run(contender);
        StatementTimes times =
                new StatementTimes(times(run, StatementRounds.ON_DRIVER), times(run, StatementRounds.BY_JOBS));
        return new Findings(load, times.text(), times.measurements());
    }

    private static Map<Statement, List<Double>> times(ProcessRun run, String way) {
        Map<Statement, List<Double>> times = new EnumMap<>(Statement.class);

        for (Statement statement : Statement.values()) {
            times.put(
                    statement,
                    run.values(StatementRounds.name(statement, way)).stream()
                            .map(nanoseconds -> nanoseconds / 1e6)
                            .toList());
        }

        return times;
    }
}
