package dev.lakelight.junit.suite;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lakelight.junit.engine.TestProject;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.launch.StartupOptions;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import dev.lakelight.suite.SuiteRequestFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteProcessTest {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final List<String> printed = new CopyOnWriteArrayList<>();

    @Test
    void endsThoughATestHasLeftAThread() throws Exception {
        Path request = folder.resolve("request.json");
        SuiteRequestFile.write(SuiteFixture.request(folder, "stray-thread-fixture"), request);

        assertThat(exitCode(request)).hasValue(0);
        assertThat(EventLog.read(SuiteFixture.log(folder)).tests())
                .extracting(TestResult::status)
                .containsExactly(TestStatus.PASSED);
    }

    /** A scenario file, injected parameters and every way for a test to end, with the JUnit that is not compiled against. */
    @Test
    void runsWithJUnit6() throws Exception {
        Path jars = Path.of("target", "junit-6").toAbsolutePath();
        assumeTrue(Files.isDirectory(jars), "the build has not copied JUnit 6 to " + jars);
        new TestProject(folder).write("src/test/lakelight/broken.yml", "scenaros: []\n");
        Path request = folder.resolve("request.json");
        SuiteRequestFile.write(SuiteFixture.request(folder, "suite-fixture"), request);

        assertThat(exitCode(request, withJUnit6(jars))).hasValue(0);

        SuiteResult result = EventLog.read(SuiteFixture.log(folder));
        assertThat(result.versions())
                .hasEntrySatisfying("junit", version -> assertThat(version).startsWith("6."));
        assertThat(result.tests().stream().collect(groupingBy(TestResult::status, counting())))
                .containsOnly(
                        entry(TestStatus.PASSED, 5L),
                        entry(TestStatus.FAILED, 2L),
                        entry(TestStatus.ERROR, 5L),
                        entry(TestStatus.SKIPPED, 4L));
    }

    @Test
    void saysWhyItCannotBegin() throws Exception {
        Path request = Files.writeString(folder.resolve("request.json"), "{}");

        assertThat(exitCode(request)).hasValue(2);
        assertThat(printed).anyMatch(line -> line.startsWith("BROKEN The suite request " + request));
    }

    private static List<Path> withJUnit6(Path folder) throws IOException {
        try (Stream<Path> jars = Files.list(folder)) {
            Stream<Path> others = RuntimeClassPath.ofThisJvm().stream()
                    .filter(entry -> !entry.getFileName().toString().matches("junit-(jupiter|platform)-.*"));
            return Stream.concat(others, jars.sorted()).toList();
        }
    }

    private OptionalInt exitCode(Path request) throws InterruptedException {
        return exitCode(request, RuntimeClassPath.ofThisJvm());
    }

    private OptionalInt exitCode(Path request, List<Path> classPath) throws InterruptedException {
        try (ForkedJvm jvm = ForkedJvm.builder()
                .jvmOptions(StartupOptions.compilerAndCollector())
                .classPath(classPath)
                .mainClass(SuiteMain.class.getName())
                .arguments(List.of(request.toString()))
                .argumentFile(folder.resolve("suite.args"))
                .outputTo(printed::add)
                .start()) {
            return jvm.waitFor(LIMIT);
        }
    }
}
