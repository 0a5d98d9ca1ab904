package dev.lakelight.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JVM options that let a short-lived Spark JVM start fast. */
public final class StartupOptions {

    /** System property that names the class data archive which JVMs of this class path may use. */
    public static final String ARCHIVE_PROPERTY = "lakelight.cds.archive";

    private StartupOptions() {}

    /** Return the archive that the launch profile has made for this JVM and those it starts, when there is one. */
    public static Optional<Path> archiveOfThisJvm() {
        return Optional.ofNullable(System.getProperty(ARCHIVE_PROPERTY))
                .map(Path::of)
                .filter(Files::isRegularFile);
    }

    /** Return the options for a JVM that may use this archive. */
    public static List<String> with(Optional<Path> archive) {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        archive.ifPresent(file -> {
            options.add("-XX:SharedArchiveFile=" + file.toAbsolutePath());
            // An archive that does not fit is no reason to print on standard output, which others read.
            options.add("-Xlog:cds=off");
            options.add("-Xlog:cds+dynamic=off");
        });
        return options;
    }
}
