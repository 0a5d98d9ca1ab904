package dev.lakelight.maven;

import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The two class paths of a workspace: its own, without Spark, and that of its clusters. */
final class WorkspaceClassPaths {

    private static final String SPARK = "org.apache.spark.SparkContext";
    private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";

    private final Libraries libraries;
    private final Properties versions = versions();

    WorkspaceClassPaths(Libraries libraries) {
        this.libraries = libraries;
    }

    /**
     * Return that of the server.
     *
     * @throws EnvironmentError when it cannot be resolved
     */
    List<Path> server() {
        return libraries.resolve(
                "the workspace",
                List.of(
                        "dev.lakelight:lakelight-workspace:" + version("lakelight"),
                        "com.fasterxml.jackson.core:jackson-databind:" + version("jackson"),
                        "org.slf4j:slf4j-simple:" + version("slf4j")));
    }

    /**
     * Return that of clusters: the project's test class path where it has Spark and Delta, and otherwise those that this plugin was
     * built with.
     *
     * @throws EnvironmentError when these cannot be resolved
     */
    List<Path> clusters(TestClassPath project) {
        if (project.contains(SPARK) && project.contains(DELTA)) {
            return project.entries();
        }
        return libraries.resolve(
                "clusters of the workspace",
                List.of(
                        "org.apache.spark:spark-sql_%s:%s".formatted(version("scala.binary"), version("spark")),
                        "io.delta:%s:%s".formatted(version("delta.artifact"), version("delta")),
                        "org.scala-lang:scala-compiler:" + version("scala")));
    }

    /** Write the class path of clusters where the workspace reads it, one entry a line. */
    static void write(List<Path> entries, Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, entries.stream().map(Path::toString).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new EnvironmentError("Cannot write the class path of clusters to %s: %s".formatted(file, e), e);
        }
    }

    private String version(String name) {
        return versions.getProperty(name);
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = WorkspaceClassPaths.class.getResourceAsStream("versions.properties")) {
            versions.load(in);
            return versions;
        } catch (IOException e) {
            throw new IllegalStateException("versions.properties is not readable", e);
        }
    }
}
