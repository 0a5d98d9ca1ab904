package dev.lakelight.catalog;

import dev.lakelight.launch.AtomicFile;
import dev.lakelight.problem.EnvironmentError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * A file with all that a catalog holds. Its first line says which version it is; each that is written replaces the one before as a
 * whole, so that readers need no lock.
 */
final class CatalogFile {

    /** There is no file yet. */
    static final String NONE = "";

    /** No file ever has this version. */
    static final String UNFINISHED = "unfinished";

    private static final int LONGEST_LINE = 200;

    private final Path file;
    private final String spark;

    /** Use a file, which need not exist. The version of Spark is for messages: others may not read what this one writes. */
    CatalogFile(Path file, String spark) {
        this.file = file;
        this.spark = spark;
    }

    /** Return the version that is there now. */
    String version() {
        try (InputStream in = Files.newInputStream(file)) {
            return line(in);
        } catch (NoSuchFileException e) {
            return NONE;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();

        for (int next = in.read(); next >= 0 && next != '\n' && line.length() < LONGEST_LINE; next = in.read()) {
            line.append((char) next);
        }

        return line.toString();
    }

    /** Return what it holds, with its version. */
    Content read() {
        try (InputStream in = Files.newInputStream(file)) {
            String version = line(in);
            return new Content(version, (CatalogSnapshot) new ObjectInputStream(in).readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw unreadable(e);
        }
    }

    /** Replace what it holds, and return the new version. */
    String write(CatalogSnapshot snapshot) {
        String version = "lakelight-catalog 1 %s Spark %s".formatted(UUID.randomUUID(), spark);
        Path written = file.resolveSibling(file.getFileName() + ".new");

        try (FileChannel channel = FileChannel.open(
                written, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(java.nio.ByteBuffer.wrap(bytes(version, snapshot)));
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the catalog " + file, e);
        }

        try {
            AtomicFile.move(written, file);
            return version;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the catalog " + file, e);
        }
    }

    private static byte[] bytes(String version, CatalogSnapshot snapshot) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write((version + "\n").getBytes(StandardCharsets.US_ASCII));

        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(snapshot);
        }

        return bytes.toByteArray();
    }

    /** Keep other JVMs from changing it. Within a JVM the caller takes care. */
    Lock lock() {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            FileChannel channel = FileChannel.open(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            return new Lock(channel, channel.lock());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the catalog " + file, e);
        }
    }

    private EnvironmentError unreadable(Exception e) {
        return new EnvironmentError(
                "Cannot read the catalog %s, with Spark %s: %s. Another version of Spark may have written it: its first line says which. Use that one, or move the file away; tables then have to be created anew over their folders."
                        .formatted(file, spark, e),
                e);
    }

    /** What a file holds. */
    record Content(String version, CatalogSnapshot snapshot) {}

    /** That others wait. */
    record Lock(FileChannel channel, FileLock held) implements AutoCloseable {

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot unlock a catalog", e);
            }
        }
    }
}
