package dev.lakelight.cluster;

import dev.lakelight.launch.RuntimeClassPath;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * What executors of an external cluster lack of this JVM's classes: they have Spark's own jars and fetch the rest from the driver, by
 * Spark's own means. These are the project's classes, which lie in folders, Lakelight's and Delta's jars, and the classes of notebook
 * cells, one by one. Other libraries are the user's to name in {@code spark.jars}.
 */
record SharedClassPath(ClusterDirectory directory) {

    private static final String JARS = "spark.jars";

    /** Where Spark's own shell puts the classes of its lines; the driver serves them from there. */
    private static final String CELL_CLASSES = "spark.repl.class.outputDir";

    private static final List<String> OURS = List.of("lakelight-", "delta-");

    void addTo(Map<String, String> settings) {
        String own = jars().stream().map(Path::toString).collect(Collectors.joining(","));
        settings.merge(JARS, own, (named, more) -> named + "," + more);
        settings.put(CELL_CLASSES, directory.classes().toString());
    }

    private List<Path> jars() {
        List<Path> jars = new ArrayList<>();

        for (Path entry : RuntimeClassPath.ofThisJvm()) {
            if (Files.isDirectory(entry)) {
                jars.add(packed(entry, jars.size()));
            } else if (isOurs(entry)) {
                jars.add(entry);
            }
        }

        return jars;
    }

    private static boolean isOurs(Path jar) {
        String name = jar.getFileName().toString();
        return OURS.stream().anyMatch(name::startsWith);
    }

    /** Executors know jars by their names. */
    private Path packed(Path folder, int index) {
        Path jar = directory.path().resolve("jars").resolve("classes-%d.jar".formatted(index));

        try (Stream<Path> files = Files.walk(folder)) {
            Files.createDirectories(jar.getParent());
            pack(folder, files.filter(Files::isRegularFile).toList(), jar);
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot pack the classes of %s into %s".formatted(folder, jar), e);
        }
    }

    private static void pack(Path folder, List<Path> files, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files) {
                entries.putNextEntry(
                        new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
    }
}
