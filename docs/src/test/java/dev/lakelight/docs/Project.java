package dev.lakelight.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in the project that is built. */
final class Project {

    private static final Path DOCS =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();

    private Project() {}

    static Path root() {
        return DOCS.getParent();
    }

    static Path docs() {
        return DOCS;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return all files below a folder with this ending, in order. */
    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the Java files of all rooms that are published. */
    static Stream<Path> mainSources() {
        return Stream.of(
                        "framework/core",
                        "framework/spark",
                        "framework/ci",
                        "framework/workspace",
                        "framework/databricks",
                        "junit-extension",
                        "maven-plugin")
                .map(room -> root().resolve(room).resolve("src/main/java"))
                .flatMap(folder -> files(folder, ".java").stream());
    }

    /** Return how a file is called in messages. */
    static String relative(Path file) {
        return root().relativize(file).toString().replace('\\', '/');
    }
}
