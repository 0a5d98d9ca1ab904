package dev.lakelight.benchmark.process;

import dev.lakelight.launch.FileTree;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs contenders, each time in a new JVM and an empty folder. One at a time: CPU time is told for all ended processes together. */
public final class ContenderJvm {

    private static final Duration TIMEOUT = Duration.ofMinutes(40);
    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final int OUTPUT_LINES = 40;

    private final Path directory;

    /** Run contenders in folders below this one. */
    public ContenderJvm(Path directory) {
        this.directory = directory;
    }

    /**
     * Run a contender to its end.
     *
     * @throws EnvironmentError when it fails, takes forty minutes, or ends without having passed
     */
    public ProcessRun run(Contender contender) {
        Path scratch = emptyFolder();
        Optional<Duration> before = EndedChildren.cpu();
        MilestoneLog log = new MilestoneLog();

        try (ForkedJvm jvm = start(contender, scratch, log)) {
            int exit = jvm.onExit().get(TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
            Duration wall = log.sinceStart();
            jvm.waitFor(DRAIN);
            if (exit != 0 || !log.hasPassed()) {
                throw shouldHavePassed(contender, exit, jvm.outputTail(OUTPUT_LINES));
            }
            return log.run(contender, wall, cpu(before, log));
        } catch (TimeoutException e) {
            throw new EnvironmentError(
                    "'%s' did not end within %d minutes.".formatted(contender.name(), TIMEOUT.toMinutes()), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentError("Interrupted while '%s' ran.".formatted(contender.name()), e);
        } finally {
            FileTree.delete(scratch);
        }
    }

    private Path emptyFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(directory.toAbsolutePath()), "run-");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder below " + directory, e);
        }
    }

    private static ForkedJvm start(Contender contender, Path scratch, MilestoneLog log) {
        List<String> options = new ArrayList<>(contender.jvm().options());
        options.add("-Djava.io.tmpdir=" + scratch);
        log.start();
        return ForkedJvm.builder()
                .jvmOptions(options)
                .classPath(contender.jvm().classPath())
                .mainClass(contender.mainClass())
                .arguments(contender.arguments())
                .workingDirectory(scratch)
                .argumentFile(scratch.resolveSibling(scratch.getFileName() + ".arguments"))
                .outputTo(log)
                .start();
    }

    private static EnvironmentError shouldHavePassed(Contender contender, int exit, String output) {
        return new EnvironmentError("'%s' did not pass; its exit code is %d. The last lines that it wrote:\n%s"
                .formatted(contender.name(), exit, output.indent(2).stripTrailing()));
    }

    private static Duration cpu(Optional<Duration> before, MilestoneLog log) {
        return before.flatMap(start -> EndedChildren.cpu().map(now -> now.minus(start)))
                .orElseGet(log::ownCpu);
    }
}
