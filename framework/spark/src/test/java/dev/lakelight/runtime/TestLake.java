package dev.lakelight.runtime;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.configuration.Placeholders;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A session of the module's one cluster, with a folder of notebooks. */
final class TestLake implements AutoCloseable {

    private final Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
    private final Path base;
    private final SparkSession session;

    TestLake(Path base) {
        this.base = base;
        this.session = cluster.newSession(Map.of(), base.resolve("warehouse"));
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
        ProjectFiles files = ProjectFiles.of(base, List.of());
        Placeholders placeholders =
                Placeholders.of(Map.of("lake.files", base.resolve("files").toString()));
        return Notebooks.in(new LakeBinding("the lake", session, files, placeholders));
    }

    NotebookRun run(String path) {
        return notebooks().run(path);
    }

    SparkSession session() {
        return session;
    }

    List<String> rows(String query) {
        return session.sql(query).collectAsList().stream().map(Row::toString).toList();
    }

    @Override
    public void close() {
        cluster.closeSession(session);
        cluster.close();
    }
}
