package dev.lakelight.benchmark.tables;

import dev.lakelight.benchmark.process.Contender;
import dev.lakelight.benchmark.process.ContenderJvm;
import dev.lakelight.benchmark.process.JvmSetup;
import dev.lakelight.benchmark.process.ProcessRun;
import dev.lakelight.launch.RuntimeClassPath;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A JVM for {@link ComparisonRounds}, which is driver and executor in one.
 *
 * @param directory below which it works
 * @param heap its most memory, as {@code -Xmx} takes it
 */
record ComparisonJvm(Path directory, String heap) {

    /** Do rounds with some algorithms. */
    ProcessRun run(int rounds, long rows, Algorithm... algorithms) {
        List<String> options = Stream.concat(
                        Stream.of(JavaModuleOptions.defaultModuleOptionArray()), Stream.of("-Xmx" + heap))
                .toList();
        return new ContenderJvm(directory)
                .run(new Contender(
                        "compare",
                        new JvmSetup(options, RuntimeClassPath.ofThisJvm()),
                        ComparisonRounds.class.getName(),
                        List.of(String.valueOf(rounds), String.valueOf(rows), names(algorithms))));
    }

    private static String names(Algorithm... algorithms) {
        return Stream.of(algorithms).map(Algorithm::name).collect(Collectors.joining(","));
    }
}
