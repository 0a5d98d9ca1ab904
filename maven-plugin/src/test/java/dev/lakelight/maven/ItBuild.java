package dev.lakelight.maven;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A Maven build of an {@link ItProject}, as a user would start it, in a process of its own. */
final class ItBuild {

    private static final Set<String> INHERITED = Set.of(
            "PATH", "HOME", "USER", "LANG", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE", "APPDATA", "COMSPEC");

    private final Process process;
    private final Path logFile;
    private final Set<ProcessHandle> offspring = ConcurrentHashMap.newKeySet();

    private ItBuild(Process process, Path logFile) {
        this.process = process;
        this.logFile = logFile;
    }

    static ItBuild start(Path mavenHome, ItProject project, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(mavenHome
                .resolve("bin")
                .resolve(isWindows() ? "mvn.cmd" : "mvn")
                .toString());
        command.addAll(List.of("-B", "-ntp", "-Dmaven.repo.local=" + ItRepository.shared()));

        if (ItSettings.isOffline()) {
            command.add("-o");
        }

        command.addAll(List.of(arguments));
        try {
            Path log = Files.createTempFile(
                    project.directory().getParent(), project.directory().getFileName() + " ", ".log");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(project.directory().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            isolate(builder.environment());
            return new ItBuild(builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Build with the Maven that runs this build. */
    static ItBuild run(ItProject project, String... arguments) {
        return start(ItSettings.thisMaven(), project, arguments).waitFor();
    }

    /** What build servers and users set must not decide these tests. */
    private static void isolate(Map<String, String> environment) {
        environment.keySet().removeIf(name -> !INHERITED.contains(name.toUpperCase(Locale.ROOT)));
        environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    /** Wait for the end, remembering every process that the build starts meanwhile. */
    ItBuild waitFor() {
        await("the end of " + logFile)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    process.descendants().forEach(offspring::add);
                    return !process.isAlive();
                });
        return this;
    }

    /** Wait for a file that a test under way leaves. */
    ItBuild waitForFile(Path file) {
        await(file + " of " + logFile)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    process.descendants().forEach(offspring::add);
                    return Files.exists(file) || !process.isAlive();
                });
        return this;
    }

    /** End Maven as Ctrl-C would. */
    ItBuild interrupt() {
        process.destroy();
        return this;
    }

    int exitCode() {
        return process.exitValue();
    }

    int offspringCount() {
        return offspring.size();
    }

    void assertNothingIsLeftBehind() {
        await("the end of everything that " + logFile + " started")
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(offspring).noneMatch(ProcessHandle::isAlive));
    }

    /** Return the log's lines without Maven's prefixes. */
    List<String> log() {
        return lines().stream()
                .map(line -> line.replaceFirst("^\\[(INFO|ERROR|WARNING)] ?", ""))
                .toList();
    }

    /** Return the log's lines as they were printed. */
    List<String> lines() {
        try (Stream<String> lines = Files.lines(logFile, UTF_8)) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    }
}
