package dev.lakelight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.junit.suite.SuiteMain;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.launch.StartupOptions;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.suite.SuiteRequest;
import dev.lakelight.suite.SuiteRequestFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The scenarios of a project on this machine, in a JVM of its own as a build has it. */
final class LocalSuite {

    private LocalSuite() {}

    /** Spark needs the module options that this JVM has. */
    private static List<String> options() {
        Stream<String> modules = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("--add-"));
        return Stream.concat(StartupOptions.compilerAndCollector().stream(), modules)
                .toList();
    }

    static SuiteResult run(Path project, Path folder) {
        Path build = folder.resolve("local-build");
        Path log = folder.resolve("local.jsonl");
        Path request = folder.resolve("request.json");
        SuiteRequestFile.write(
                new SuiteRequest(
                        project,
                        build,
                        log,
                        List.of(),
                        List.of(project.resolve("src/test/lakelight")),
                        List.of(),
                        List.of(),
                        Map.of(),
                        false,
                        Map.of()),
                request);
        List<String> printed = new CopyOnWriteArrayList<>();

        try (ForkedJvm jvm = ForkedJvm.builder()
                .jvmOptions(options())
                .classPath(Stream.concat(
                                Stream.of(project.resolve("target/classes")), RuntimeClassPath.ofThisJvm().stream())
                        .toList())
                .mainClass(SuiteMain.class.getName())
                .arguments(List.of(request.toString()))
                .argumentFile(folder.resolve("suite.args"))
                .outputTo(printed::add)
                .start()) {
            assertThat(jvm.waitFor(Duration.ofMinutes(10))).as("%s", printed).hasValue(0);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while the suite ran", e);
        }

        return EventLog.read(log);
    }
}
