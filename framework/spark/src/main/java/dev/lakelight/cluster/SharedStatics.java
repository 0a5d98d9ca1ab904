package dev.lakelight.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The static fields of a run's classes, as files that executor processes of this machine read. */
final class SharedStatics {

    /** Local property of the driver's threads: whose fields their tasks want. */
    static final String OWNER = "spark.lakelight.statics.owner";

    /** Property of tasks: the file to read. */
    static final String SNAPSHOT = "spark.lakelight.statics.snapshot";

    private static final Map<String, SharedStatics> OPEN = new ConcurrentHashMap<>();

    private final Path folder;
    private final Supplier<Collection<Class<?>>> classes;
    private byte[] last = {};
    private int version;

    SharedStatics(Path folder, Supplier<Collection<Class<?>>> classes) {
        this.folder = folder;
        this.classes = classes;
    }

    static void open(String owner, SharedStatics statics) {
        OPEN.put(owner, statics);
    }

    static void close(String owner) {
        OPEN.remove(owner);
    }

    /** Tell tasks that are about to be sent out which file to read. */
    static void attachTo(@Nullable Properties properties) {
        String owner = properties == null ? null : properties.getProperty(OWNER);
        SharedStatics statics = owner == null ? null : OPEN.get(owner);

        if (properties != null && statics != null) {
            properties.setProperty(SNAPSHOT, statics.snapshot().toString());
        }
    }

    private synchronized Path snapshot() {
        byte[] now = StaticFields.of(classes.get());

        if (version == 0 || !Arrays.equals(now, last)) {
            last = now;
            version++;
            write(now);
        }

        return file();
    }

    private Path file() {
        return folder.resolve("statics-" + version);
    }

    private void write(byte[] snapshot) {
        try {
            Files.createDirectories(folder);
            Files.write(file(), snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot hand variables to the executors: " + file(), e);
        }
    }
}
