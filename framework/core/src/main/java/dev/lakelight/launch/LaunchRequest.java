package dev.lakelight.launch;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * What a launch profile is made for.
 *
 * @param javaHome JDK that runs the JVMs
 * @param classPath test class path in Maven's order: existing jars and folders, with Spark and Lakelight on it
 * @param directory folder for what the profile keeps, below the build directory
 * @param archives where and when a class data archive is made
 */
public record LaunchRequest(Path javaHome, List<Path> classPath, Path directory, ArchivePolicy archives) {

    public LaunchRequest {
        requireNonNull(javaHome, "javaHome");
        classPath = List.copyOf(classPath);
        requireNonNull(directory, "directory");
        requireNonNull(archives, "archives");
    }
}
