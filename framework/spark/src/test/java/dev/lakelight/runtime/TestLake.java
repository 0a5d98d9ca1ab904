package dev.lakelight.runtime;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A lake on the module's embedded cluster, or on another, with a folder of notebooks. */
final class TestLake implements AutoCloseable {

    private final Path base;
    private final Cluster cluster;
    private final ProjectFiles files;
    private final Lake lake;

    TestLake(Path base) {
        this(base, ClusterSpec.embedded());
    }

    TestLake(Path base, ClusterSpec spec) {
        this.base = base;
        this.cluster = Clusters.ofThisJvm().acquire(spec);
        this.files = ProjectFiles.of(base, List.of());
        this.lake = Lake.open(cluster, LakeOptions.named("runtime", files));
    }

    /** Write a notebook; its text is its cells without the header. */
    TestLake notebook(String file, String cells) {
        String comment = file.endsWith(".sql") ? "--" : file.endsWith(".py") ? "#" : "//";
        return file(file, comment + " Databricks notebook source\n" + cells);
    }

    TestLake file(String file, String text) {
        Path path = base.resolve(file);

        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Notebooks notebooks() {
        return Notebooks.in(lake, files);
    }

    Jobs jobs() {
        return Jobs.in(lake, files);
    }

    NotebookRun run(String path) {
        return notebooks().run(path);
    }

    SparkSession session() {
        return lake.session();
    }

    List<String> rows(String query) {
        return lake.sql(query).collectAsList().stream().map(Row::toString).toList();
    }

    @Override
    public void close() {
        lake.close();
        cluster.close();
    }
}
