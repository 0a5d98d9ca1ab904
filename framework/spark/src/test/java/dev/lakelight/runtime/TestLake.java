package dev.lakelight.runtime;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.lake.LakeTable;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A lake on the module's embedded cluster, or on another, with a folder of notebooks. Register it as an extension: in an instance
 * field each test has its own lake, in a static one they share it. Or open and close it yourself, in a folder of yours.
 */
public final class TestLake
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

    private final ClusterSpec spec;
    private final Map<String, String> settings = new HashMap<>();
    private boolean shared;
    private Path base;
    private Cluster cluster;
    private ProjectFiles files;
    private Lake lake;

    /** Have a lake on the embedded cluster. */
    public TestLake() {
        this(ClusterSpec.embedded());
    }

    TestLake(ClusterSpec spec) {
        this.spec = spec;
    }

    TestLake(Path base) {
        this(ClusterSpec.embedded(), base);
    }

    TestLake(ClusterSpec spec, Path base) {
        this(spec);
        open(base);
    }

    /** Open it with settings. */
    public TestLake withSettings(Map<String, String> some) {
        settings.putAll(some);
        return this;
    }

    private void open(Path folder) {
        base = folder;
        cluster = Clusters.ofThisJvm().acquire(spec);
        files = ProjectFiles.of(base, List.of());
        lake = open("runtime", Map.of());
    }

    /** Open another lake beside it, with these settings as well; close it yourself. */
    public Lake open(String name, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return Lake.open(cluster, LakeOptions.named(name, files).withSettings(all));
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        shared = true;
        open(newFolder());
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (!shared) {
            open(newFolder());
        }
    }

    private static Path newFolder() throws IOException {
        Path target = Files.createDirectories(Path.of("target", "test-lakes").toAbsolutePath());
        return Files.createTempDirectory(target, "lake");
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        if (!shared) {
            afterAll(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        close();
        JavaUtils.deleteRecursively(base.toFile());
    }

    /** Write a notebook; its text is its cells without the header. */
    public TestLake notebook(String file, String cells) {
        String comment = file.endsWith(".sql") ? "--" : file.endsWith(".py") ? "#" : "//";
        return file(file, comment + " Databricks notebook source\n" + cells);
    }

    public TestLake file(String file, String text) {
        Path path = base.resolve(file);

        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Return the lake. */
    public Lake lake() {
        return lake;
    }

    /** Return a table of the lake. */
    public LakeTable table(String name) {
        return lake.table(name);
    }

    /** Run a statement in the lake. */
    public Dataset<Row> sql(String statement) {
        return lake.sql(statement);
    }

    /** Return the folder of the project that it stands in. */
    public Path base() {
        return base;
    }

    public Notebooks notebooks() {
        return Notebooks.in(lake, files);
    }

    public Jobs jobs() {
        return Jobs.in(lake, files);
    }

    public NotebookRun run(String path) {
        return notebooks().run(path);
    }

    public SparkSession session() {
        return lake.session();
    }

    public List<String> rows(String query) {
        return lake.sql(query).collectAsList().stream().map(Row::toString).toList();
    }

    @Override
    public void close() {
        lake.close();
        cluster.close();
    }
}
