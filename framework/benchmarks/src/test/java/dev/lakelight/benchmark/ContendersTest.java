package dev.lakelight.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.benchmark.firstassertion.PlainSpark;
import dev.lakelight.benchmark.firstassertion.WithLakelight;
import dev.lakelight.benchmark.process.Contender;
import dev.lakelight.benchmark.process.ContenderJvm;
import dev.lakelight.benchmark.process.JvmSetup;
import dev.lakelight.benchmark.process.Milestone;
import dev.lakelight.benchmark.process.ProcessRun;
import dev.lakelight.benchmark.sqlcells.CellRounds;
import dev.lakelight.benchmark.tables.ComparisonRounds;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.launch.StartupOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("CPU time is told for all ended processes of this JVM together")
@Timeout(300)
class ContendersTest {

    @TempDir
    private Path directory;

    @Test
    void doTheirWork() {
        List<String> options = Stream.concat(
                        Stream.of(JavaModuleOptions.defaultModuleOptionArray()),
                        StartupOptions.compilerAndCollector().stream())
                .toList();
        JvmSetup jvm = new JvmSetup(options, RuntimeClassPath.ofThisJvm());

        ProcessRun run = new ContenderJvm(directory).run(new Contender("all", jvm, All.class.getName(), List.of()));

        assertThat(run.values(Milestone.PASSED)).hasSize(4);
        assertThat(run.values("direct")).hasSize(1);
        assertThat(run.values("notebook")).hasSize(1);
    }

    /** All of them in one JVM, one after another, which costs one start. */
    static final class All {

        public static void main(String[] arguments) throws IOException {
            PlainSpark.run(folder("plain"));
            WithLakelight.run(folder("lakelight"));
            CellRounds.run(folder("cells"), 1, 3);
            ComparisonRounds.runAll(folder("tables"), 50);
            Milestone.end();
        }

        private static Path folder(String name) throws IOException {
            return Files.createDirectory(Path.of(name).toAbsolutePath());
        }
    }
}
