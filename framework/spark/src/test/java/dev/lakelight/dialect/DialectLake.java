package dev.lakelight.dialect;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.CellRun;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lake on the module's one cluster with two tables, files and a notebook. */
final class DialectLake implements AutoCloseable {

    private final Path base;
    private final Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
    private final ProjectFiles files;
    private final Lake lake;

    DialectLake(Path base) {
        this.base = base;
        this.files = ProjectFiles.of(base, List.of());
        this.lake = Lake.open(cluster, LakeOptions.named("dialect", files));
        lake.createSchema("b");
    }

    Lake lake() {
        return lake;
    }

    /** Write a file of the lake. */
    void file(String name, String text) {
        write(lake.files().resolve(name), text);
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Run a notebook of cells in SQL, or in the language that the file's name says. */
    NotebookRun run(String file, String cells) {
        write(base.resolve(file), (file.endsWith(".sql") ? "--" : "//") + " Databricks notebook source\n" + cells);
        return Notebooks.in(lake, files).run(file, Map.of("files", lake.files().toString(), "t", "b.t"));
    }

    static String text(NotebookRun run) {
        return String.join("", run.record().cells().stream().map(CellRun::text).toList());
    }

    static String warnings(NotebookRun run) {
        return String.join(
                "",
                run.warnings().stream().map(warning -> warning.text() + "\n").toList());
    }

    static List<List<String>> rows(NotebookRun run) {
        List<CellRun> cells = run.record().cells();
        return cells.get(cells.size() - 1).output().rows();
    }

    /** Return the rows of a statement, or expressions of them. */
    List<String> query(String sql, String... expressions) {
        Dataset<Row> rows = lake.sql(sql);
        return (expressions.length == 0 ? rows : rows.selectExpr(expressions))
                .collectAsList().stream().map(Row::toString).toList();
    }

    @Override
    public void close() {
        lake.close();
        cluster.close();
    }
}
