package dev.lakelight.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/** Runs what tests usually do in a JVM of its own, which writes the classes that it has loaded to an archive when it ends. */
final class ArchiveTraining {

    /** Lives in lakelight-spark. */
    private static final String MAIN = "dev.lakelight.cluster.ArchiveTrainingRun";

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final LaunchRequest request;
    private final List<String> jvmOptions;

    ArchiveTraining(LaunchRequest request, List<String> jvmOptions) {
        this.request = request;
        this.jvmOptions = jvmOptions;
    }

    /** Return the file that tells how the last training went. */
    Path log() {
        return request.directory().toAbsolutePath().resolve("training.log");
    }

    /** Write the archive; false when that does not work here. */
    boolean make(Path archive, List<Path> jars) throws IOException {
        Path scratch =
                Files.createDirectories(request.directory().toAbsolutePath().resolve("training-" + UUID.randomUUID()));
        try (ForkedJvm jvm = start(archive, jars, scratch)) {
            return jvm.waitFor(TIMEOUT).equals(OptionalInt.of(0)) && Files.isRegularFile(archive);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            FileTree.delete(scratch);
        }
    }

    private ForkedJvm start(Path archive, List<Path> jars, Path scratch) {
        return ForkedJvm.builder()
                .javaHome(request.javaHome())
                .jvmOptions(options(archive, scratch))
                .classPath(jars)
                .mainClass(MAIN)
                .arguments(List.of(scratch.toString()))
                .workingDirectory(scratch)
                .argumentFile(scratch.resolve("arguments"))
                .outputTo(log())
                .start();
    }

    private List<String> options(Path archive, Path scratch) {
        List<String> options = new ArrayList<>(jvmOptions);
        options.add("-XX:ArchiveClassesAtExit=" + archive);
        // Thousands of generated and signed classes that cannot be archived are nobody's concern.
        options.add("-Xlog:cds=error");
        options.add("-Xlog:cds+dynamic=error");
        options.add("-Djava.io.tmpdir=" + scratch);
        options.add("-Dlakelight.basedir=" + scratch);
        return options;
    }
}
