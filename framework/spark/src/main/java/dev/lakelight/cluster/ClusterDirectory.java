package dev.lakelight.cluster;

import dev.lakelight.launch.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The folder of one cluster below {@code target/lakelight/clusters}: Spark's scratch files and the output of executors. It goes when
 * the cluster stops, unless there is something in it that somebody should look at.
 */
record ClusterDirectory(Path path) {

    /** Setting by which the parts of a cluster that Spark makes know its folder. */
    static final String SETTING = "spark.lakelight.directory";

    static ClusterDirectory create() {
        Path clusters = buildDirectory().resolve("lakelight").resolve("clusters");
        try {
            Files.createDirectories(clusters);
            Path directory = Files.createTempDirectory(clusters, "cluster-");
            Files.createDirectories(directory.resolve("local"));
            Files.createDirectories(directory.resolve("classes"));
            return new ClusterDirectory(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a folder below " + clusters, e);
        }
    }

    /** Return where Spark may put what it spills and shuffles. */
    Path local() {
        return path.resolve("local");
    }

    /** Return where executor processes look for classes that come into being while they run. */
    Path classes() {
        return path.resolve("classes");
    }

    void delete() {
        FileTree.delete(path);
    }

    /** Return a file as messages name it: from the project's folder on, with '/'. */
    static String shown(Path file) {
        return base().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
    }

    private static Path buildDirectory() {
        return base().resolve(System.getProperty("lakelight.buildDirectory", "target"));
    }

    private static Path base() {
        return Path.of(firstSet("lakelight.basedir", "basedir", "user.dir")).toAbsolutePath();
    }

    private static String firstSet(String... names) {
        return Stream.of(names)
                .map(System::getProperty)
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse("");
    }
}
