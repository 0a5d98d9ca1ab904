package dev.lakelight.launch;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** The module options that Spark on a class path needs; Spark itself is asked, once for each class path. */
final class SparkModuleOptions {

    /** Lives in lakelight-spark: prints one option a line. */
    private static final String MAIN = "dev.lakelight.cluster.PrintModuleOptions";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int OUTPUT_LINES = 20;

    private SparkModuleOptions() {}

    /** Ask, or read what an earlier build was told. */
    static List<String> of(LaunchRequest request, List<Path> jars) {
        String name = "module-options-" + Fingerprint.of(request.javaHome(), jars);
        Path file = request.directory().resolve(name + ".txt");
        try {
            Files.createDirectories(request.directory());
            if (!Files.exists(file)) {
                Path answer = Files.createTempFile(request.directory(), name, ".log");
                ask(request, answer);
                AtomicFile.move(answer, file);
            }
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep Spark's module options in " + file, e);
        }
    }

    private static void ask(LaunchRequest request, Path answer) {
        try (ForkedJvm jvm = ForkedJvm.builder()
                .javaHome(request.javaHome())
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"))
                .classPath(request.classPath())
                .mainClass(MAIN)
                .argumentFile(answer.resolveSibling(answer.getFileName() + ".arguments"))
                .outputTo(answer)
                .start()) {
            OptionalInt exit = jvm.waitFor(TIMEOUT);
            if (exit.isEmpty() || exit.getAsInt() != 0) {
                throw refused(jvm.outputTail(OUTPUT_LINES));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("interrupted");
        }
    }

    private static EnvironmentError refused(String output) {
        return new EnvironmentError(
                "Cannot ask Spark which JVM options it needs. The test class path must hold lakelight-spark"
                        + " (lakelight-junit brings it) and Spark itself. What was said:\n"
                        + output.indent(2).stripTrailing());
    }
}
