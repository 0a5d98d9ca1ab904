package dev.lakelight.launch;

import dev.lakelight.secret.KnownSecrets;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Output into a file by way of this JVM, which leaves out the secrets that it knows by then. */
final class SecretFreeFile implements ProcessOutput {

    private final Path file;
    private final LineOutput lines = new LineOutput(this::write, this::close);
    private @Nullable BufferedWriter writer;
    private @Nullable Process process;

    SecretFreeFile(Path file) {
        this.file = file;
    }

    @Override
    public void redirect(ProcessBuilder command) {
        try {
            writer = Files.newBufferedWriter(file);
            lines.redirect(command);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the output of a JVM to " + file, e);
        }
    }

    @Override
    public void follow(Process started) {
        process = started;
        lines.follow(started);
    }

    /** The process would wait for a reader that fails, so what cannot be written is left out. */
    private void write(String line) {
        if (writer == null) {
            return;
        }

        try {
            writer.write(KnownSecrets.ofThisJvm().redact(line));
            writer.newLine();
            writer.flush();
        } catch (IOException e) {
            writer = null;
        }
    }

    /** An open file could not be deleted everywhere. */
    private void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            // Each line was flushed, so nothing is left to be written.
        } finally {
            writer = null;
        }
    }

    @Override
    public void drain() throws InterruptedException {
        lines.drain();
    }

    @Override
    public String tail(int count) {
        if (process != null && !process.isAlive()) {
            awaitRest();
        }

        return KnownSecrets.ofThisJvm().redact(lines.tail(count));
    }

    private void awaitRest() {
        try {
            drain();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<Path> files() {
        return List.of(file);
    }
}
