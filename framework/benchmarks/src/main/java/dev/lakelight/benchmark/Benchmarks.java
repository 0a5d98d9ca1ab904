package dev.lakelight.benchmark;

import dev.lakelight.benchmark.firstassertion.FirstAssertion;
import dev.lakelight.benchmark.fork.Fork;
import dev.lakelight.benchmark.measure.Benchmark;
import dev.lakelight.benchmark.measure.Findings;
import dev.lakelight.benchmark.measure.Load;
import dev.lakelight.benchmark.measure.Machine;
import dev.lakelight.benchmark.measure.QuietMachine;
import dev.lakelight.benchmark.measure.Report;
import dev.lakelight.benchmark.measure.Workbench;
import dev.lakelight.benchmark.small.SmallTables;
import dev.lakelight.benchmark.sqlcells.SqlCells;
import dev.lakelight.benchmark.statements.DeltaStatements;
import dev.lakelight.benchmark.tables.LargeTables;
import dev.lakelight.benchmark.tables.TableComparison;
import dev.lakelight.benchmark.workspace.WorkspaceLoad;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Runs a benchmark, prints its report and keeps it in files. */
public final class Benchmarks {

    private static final List<Benchmark> ALL = List.of(
            new FirstAssertion(),
            new SqlCells(),
            new TableComparison(),
            new LargeTables(),
            new Fork(),
            new SmallTables(),
            new DeltaStatements(),
            new WorkspaceLoad());

    private Benchmarks() {}

    /**
     * Run the benchmark that is asked for. Exit code 1: it could not be measured; 2: there is no such benchmark.
     *
     * @param arguments its name, the number of rounds, and the folder for its files, below the build directory
     */
    public static void main(String[] arguments) throws IOException {
        try {
            Path directory = Path.of(arguments[2]).toAbsolutePath();
            Workbench workbench =
                    new Workbench(directory, rounds(arguments[1]), System.out::println, QuietMachine.here());
            report(named(arguments[0]), workbench);
        } catch (UserError e) {
            System.out.println(e.getMessage());
            System.exit(2);
        } catch (EnvironmentError e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    static Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new UserError("There is no benchmark '%s'. There are: %s.".formatted(name, names())));
    }

    private static String names() {
        return ALL.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }

    static int rounds(String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new UserError(
                    "Property benchmark.rounds is '%s'. It must be a whole number from 1 to 999.".formatted(text));
        }

        return Integer.parseInt(text);
    }

    private static void report(Benchmark benchmark, Workbench workbench) throws IOException {
        Instant time = Instant.now();
        Findings findings = benchmark.run(workbench);
        Report report = new Report(benchmark, findings, Machine.facts(), Load.now(), time);
        Path markdown = workbench.directory().resolve(benchmark.name() + ".md");
        Files.writeString(markdown, report.markdown());
        Files.writeString(workbench.directory().resolve(benchmark.name() + ".jsonl"), report.jsonLines());
        workbench.log().accept("\n" + report.markdown());
        workbench.log().accept("Report: " + markdown + ", each measurement: " + benchmark.name() + ".jsonl beside it");
    }
}
