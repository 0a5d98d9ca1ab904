package dev.lakelight.benchmark.statements;

import dev.lakelight.benchmark.process.Milestone;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the same statements in two lakes, in turn, on one cluster with two executor processes that is warm by then. */
public final class StatementRounds {

    static final String ON_DRIVER = "driver";
    static final String BY_JOBS = "jobs";

    private static final int WARM_UPS = 3;

    private StatementRounds() {}

    /** Do so many rounds in the working directory, and end the JVM. */
    public static void main(String[] arguments) {
        run(Path.of("").toAbsolutePath(), Integer.parseInt(arguments[0]));
        Milestone.end();
    }

    private static void run(Path folder, int rounds) {
        LakeOptions options = LakeOptions.named("statements", ProjectFiles.of(folder, List.of()));
        Map<String, String> jobs = Map.of("spark.lakelight.snapshot.maxBytes", "0");

        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.processes(2));
                Lake driver = Lake.open(cluster, options);
                Lake byJobs = Lake.open(cluster, options.withSettings(jobs))) {
            for (int round = -WARM_UPS; round < rounds; round++) {
                run(driver, ON_DRIVER, round);
                run(byJobs, BY_JOBS, round);
            }

            Milestone.passed();
        }

        Clusters.ofThisJvm().stop();
    }

    private static void run(Lake lake, String way, int round) {
        String schema = "round_%d".formatted(round + WARM_UPS);
        String table = schema + ".t";
        lake.createSchema(schema);
        lake.sql(Statement.CREATE.formatted(table));

        for (Statement statement : Statement.values()) {
            long begin = System.nanoTime();
            lake.sql(statement.on(table)).collectAsList();
            long nanoseconds = System.nanoTime() - begin;

            if (round >= 0) {
                Milestone.reach(name(statement, way), nanoseconds);
            }
        }
    }

    static String name(Statement statement, String way) {
        return statement.name() + "-" + way;
    }
}
