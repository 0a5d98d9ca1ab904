package dev.lakelight.maven;

import dev.lakelight.problem.EnvironmentError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Hands each line of the suite JVM to Maven's log, and keeps it in a file. */
final class SuiteOutput implements Consumer<String>, AutoCloseable {

    private final BufferedWriter file;
    private final Consumer<String> log;

    private SuiteOutput(BufferedWriter file, Consumer<String> log) {
        this.file = file;
        this.log = log;
    }

    /**
     * Start a file, replacing what is there.
     *
     * @throws EnvironmentError when it cannot be written
     */
    static SuiteOutput to(Path file, Consumer<String> log) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return new SuiteOutput(Files.newBufferedWriter(file), log);
        } catch (IOException e) {
            throw new EnvironmentError("Cannot write the suite's output to %s: %s".formatted(file, e), e);
        }
    }

    /** A full disk must not keep the suite JVM from going on, so it is told in the log alone. */
    @Override
    public synchronized void accept(String line) {
        log.accept(line);
        try {
            file.write(line);
            file.newLine();
            file.flush();
        } catch (IOException e) {
            log.accept("(not written to the suite's log file: " + e + ")");
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
