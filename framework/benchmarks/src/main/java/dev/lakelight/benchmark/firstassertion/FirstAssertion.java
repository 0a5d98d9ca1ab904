package dev.lakelight.benchmark.firstassertion;

import dev.lakelight.benchmark.measure.Benchmark;
import dev.lakelight.benchmark.measure.Findings;
import dev.lakelight.benchmark.measure.Workbench;
import dev.lakelight.benchmark.process.Contender;
import dev.lakelight.benchmark.process.JvmSetup;
import dev.lakelight.benchmark.process.Rounds;
import dev.lakelight.benchmark.process.RoundsTable;
import dev.lakelight.benchmark.process.SuiteJvms;
import java.util.List;

/**
 * From the start of a JVM to the first passed assertion on a Delta table, and on to the end of that JVM. All contenders run the same
 * two statements, word for word, then read the table and compare its rows with the same two; they have the same class path.
 *
 * <p>What differs besides settings, JVM options and the archive: Lakelight also makes and deletes a lake, which has a session and a
 * catalog of its own, and compares the schema; both cost it time. On a machine with more than four processors its embedded cluster
 * uses four of them, plain Spark all.
 */
public final class FirstAssertion implements Benchmark {

    @Override
    public String name() {
        return "first-assertion";
    }

    @Override
    public String question() {
        return "From the start of a JVM to its first passed assertion on a Delta table of two rows, and to the end of that JVM.";
    }

    @Override
    public Findings run(Workbench workbench) {
        SuiteJvms jvms = SuiteJvms.prepare(workbench);
        Rounds rounds = Rounds.of(
                List.of(
                        contender("Spark defaults", jvms.untuned(), PlainSpark.class),
                        contender("Lakelight", jvms.withArchive(), WithLakelight.class),
                        contender("Lakelight, no archive yet", jvms.withoutArchive(), WithLakelight.class)),
                workbench);
        String text = new RoundsTable(rounds).text() + "\n" + jvms.cost() + "\n";
        return new Findings(rounds.loadAtStart(), text, rounds.measurements());
    }

    private static Contender contender(String name, JvmSetup jvm, Class<?> mainClass) {
        return new Contender(name, jvm, mainClass.getName(), List.of());
    }
}
