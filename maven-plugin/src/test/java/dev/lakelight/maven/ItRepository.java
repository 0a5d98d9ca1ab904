package dev.lakelight.maven;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The local repository of the builds under test: links to what this build has resolved already, and this build's own
 * artifacts. The user's own repository is only read.
 */
final class ItRepository {

    private static final List<String> MODULES = List.of(
            "framework/core",
            "framework/spark",
            "framework/ci",
            "framework/workspace",
            "framework/databricks",
            "junit-extension",
            "maven-plugin");

    /** Without Maven's tracking files, every artifact counts as installed here, whatever repository it came from. */
    private static final List<String> SEEDED = List.of(".jar", ".pom");

    private static final ItRepository SHARED = seeded();

    private final Path directory;

    private ItRepository(Path directory) {
        this.directory = directory;
    }

    static Path shared() {
        return SHARED.directory;
    }

    private static ItRepository seeded() {
        ItRepository repository = new ItRepository(ItSettings.buildDirectory().resolve("it-repository"));
        try {
            repository.linkAll(ItSettings.localRepository());
            repository.installParent();

            for (String module : MODULES) {
                repository.install(ItSettings.projectRoot().resolve(module));
            }
            return repository;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void linkAll(Path source) throws IOException {
        Path own = source.resolve("dev/lakelight");

        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : (Iterable<Path>) files.filter(f -> isSeeded(f) && !f.startsWith(own))::iterator) {
                link(file, directory.resolve(source.relativize(file).toString()));
            }
        }
    }

    private static boolean isSeeded(Path file) {
        return SEEDED.stream().anyMatch(file.getFileName().toString()::endsWith);
    }

    private static void link(Path file, Path link) throws IOException {
        Files.createDirectories(link.getParent());
        try {
            Files.createLink(link, file);
        } catch (FileAlreadyExistsException e) {
            return;
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, link, COPY_ATTRIBUTES);
        }
    }

    private void installParent() throws IOException {
        String version = ItSettings.version();
        copy(
                ItSettings.projectRoot().resolve("pom.xml"),
                directory.resolve("dev/lakelight/lakelight/" + version + "/lakelight-" + version + ".pom"));
    }

    private void install(Path module) throws IOException {
        try (Stream<Path> jars = Files.list(module.resolve("target"))) {
            Path jar = jars.filter(f -> f.getFileName().toString().endsWith("-" + ItSettings.version() + ".jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(module + " has not been packaged"));
            Path folder =
                    directory.resolve("dev/lakelight").resolve(artifactId(jar)).resolve(ItSettings.version());

            copy(jar, folder.resolve(jar.getFileName()));
            copy(module.resolve("pom.xml"), folder.resolve(artifactId(jar) + "-" + ItSettings.version() + ".pom"));
        }
    }

    private static String artifactId(Path jar) {
        String name = jar.getFileName().toString();
        return name.substring(0, name.length() - ("-" + ItSettings.version() + ".jar").length());
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, REPLACE_EXISTING);
    }
}
