package dev.lakelight.benchmark.sqlcells;

import dev.lakelight.benchmark.process.Milestone;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the same statements as cells of a notebook and directly, in turn, in one JVM that is warm by then. */
public final class CellRounds {

    static final String DIRECT = "direct";
    static final String NOTEBOOK = "notebook";

    private static final int WARM_UPS = 3;
    private static final String FILE = "cells.sql";

    private final SmallCells cells;
    private final Lake lake;
    private final Notebooks notebooks;

    private CellRounds(SmallCells cells, Lake lake, ProjectFiles files) {
        this.cells = cells;
        this.lake = lake;
        this.notebooks = Notebooks.in(lake, files);
    }

    /** Do so many rounds, of so many cells each, in the working directory, and end the JVM. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of("").toAbsolutePath(), Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        Milestone.end();
    }

    /** Do so many rounds of so many cells in an empty folder. */
    public static void run(Path folder, int rounds, int count) throws IOException {
        SmallCells cells = SmallCells.of(count);
        ProjectFiles files = ProjectFiles.of(folder, List.of());
        Files.writeString(folder.resolve(FILE), cells.notebook());

        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
                Lake lake = Lake.open(cluster, LakeOptions.named("sql cells", files))) {
            new CellRounds(cells, lake, files).run(rounds);
            Milestone.passed();
        }

        Clusters.ofThisJvm().stop();
    }

    private void run(int rounds) {
        for (int round = 0; round < WARM_UPS; round++) {
            runDirectly();
            runNotebook();
        }

        for (int round = 0; round < rounds; round++) {
            Milestone.reach(DIRECT, nanoseconds(this::runDirectly));
            Milestone.reach(NOTEBOOK, nanoseconds(this::runNotebook));
        }
    }

    private static long nanoseconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }

    private void runDirectly() {
        for (String statement : cells.statements()) {
            int rows = lake.session().sql(statement).collectAsList().size();
            require(rows == 1, statement);
        }
    }

    private void runNotebook() {
        NotebookRun run = notebooks.run(FILE);
        require(run.succeeded(), run);
        require(run.record().cells().size() == cells.statements().size(), run);
    }

    private static void require(boolean right, Object subject) {
        if (!right) {
            throw new IllegalStateException(subject + " has not done what it should");
        }
    }
}
