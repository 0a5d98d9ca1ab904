package dev.lakelight.launch;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** JVM options that let a short-lived Spark JVM start fast. */
public final class StartupOptions {

    /** System property that names the class data archive which JVMs of this class path may use. */
    public static final String ARCHIVE_PROPERTY = "lakelight.cds.archive";

    private static final long MEGABYTE = 1024 * 1024;
    private static final long LEAST_HEAP = 1024;
    private static final long MOST_HEAP = 4096;

    private StartupOptions() {}

    /** Return the archive that the launch profile has made for this JVM and those it starts, when there is one. */
    public static Optional<Path> archiveOfThisJvm() {
        return Optional.ofNullable(System.getProperty(ARCHIVE_PROPERTY))
                .map(Path::of)
                .filter(Files::isRegularFile);
    }

    /**
     * Return how to compile and to collect. Tests run most code a few times only: the optimizing compiler and the threads of a
     * parallel collector cost more than they give. C1 alone would get a fifth of the usual code cache, which a long suite fills.
     */
    public static List<String> compilerAndCollector() {
        return List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC");
    }

    /** Return the options to use an archive; none is no reason to fail, nor to print on standard output, which others read. */
    public static List<String> using(Path archive) {
        return List.of(
                "-Xshare:auto",
                "-XX:SharedArchiveFile=" + archive.toAbsolutePath(),
                "-Xlog:cds=off",
                "-Xlog:cds+dynamic=off",
                "-D" + ARCHIVE_PROPERTY + "=" + archive.toAbsolutePath());
    }

    /** Return a heap of a quarter of this machine's memory, but 1 GiB at least and 4 GiB at most. */
    public static String heap() {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long quarter = machine.getTotalMemorySize() / 4 / MEGABYTE;
        return "-Xmx" + Math.max(LEAST_HEAP, Math.min(MOST_HEAP, quarter)) + "m";
    }
}
