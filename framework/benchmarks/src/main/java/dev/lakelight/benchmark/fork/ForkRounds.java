package dev.lakelight.benchmark.fork;

import dev.lakelight.benchmark.process.Milestone;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Fixture;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Forks a fixture of ten tables and rolls the fork back, and has Delta do the like to the tables of another fork. */
public final class ForkRounds {

    static final int TABLES = 10;
    static final String FORK = "fork";
    static final String CLONE = "clone";
    static final String ROLL_BACK = "rollBack";
    static final String RESTORE = "restore";

    private static final int WARM_UPS = 2;

    private final Cluster cluster;
    private final LakeOptions options;

    private ForkRounds(Cluster cluster, ProjectFiles files) {
        this.cluster = cluster;
        this.options = LakeOptions.named("fork", files).from(Fixture.of("ten tables", ForkRounds::fill));
    }

    /** Do so many rounds in the working directory, and end the JVM. */
    public static void main(String[] arguments) throws IOException {
        ProjectFiles files = ProjectFiles.of(Path.of("").toAbsolutePath(), List.of());

        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded())) {
            new ForkRounds(cluster, files).run(Integer.parseInt(arguments[0]));
            Milestone.passed();
        }

        Clusters.ofThisJvm().stop();
        Milestone.end();
    }

    private static void fill(Lake lake) {
        each(lake, "CREATE TABLE t%d AS SELECT /*+ COALESCE(1) */ id, 'name' AS name FROM range(10)"::formatted);
    }

    private void run(int rounds) throws IOException {
        for (int round = -WARM_UPS; round < rounds; round++) {
            long[] ours = forkAndRollBack();
            long[] deltas = cloneAndRestore();

            if (round >= 0) {
                Milestone.reach(FORK, ours[0]);
                Milestone.reach(ROLL_BACK, ours[1]);
                Milestone.reach(CLONE, deltas[0]);
                Milestone.reach(RESTORE, deltas[1]);
            }
        }
    }

    /** The time to close the fork counts as well: a test pays for it. */
    private long[] forkAndRollBack() {
        long begin = System.nanoTime();
        Lake lake = Lake.open(cluster, options);
        long fork = System.nanoTime() - begin;
        requireRows(lake, "t", TABLES);
        each(lake, "DELETE FROM t%d WHERE id < 5"::formatted);
        requireRows(lake, "t", TABLES / 2);
        long rollBack = nanoseconds(lake::rollBack);
        requireRows(lake, "t", TABLES);
        long close = nanoseconds(lake::close);
        return new long[] {fork + close, rollBack};
    }

    private long[] cloneAndRestore() {
        try (Lake lake = Lake.open(cluster, options)) {
            // Delta has read the tables that it clones.
            requireRows(lake, "t", TABLES);
            long clone = nanoseconds(
                    () -> each(lake, table -> "CREATE TABLE c%d SHALLOW CLONE t%d".formatted(table, table)));
            requireRows(lake, "c", TABLES);
            each(lake, "DELETE FROM c%d WHERE id < 5"::formatted);
            long restore = nanoseconds(() -> each(lake, "RESTORE TABLE c%d TO VERSION AS OF 0"::formatted));
            requireRows(lake, "c", TABLES);
            return new long[] {clone, restore};
        }
    }

    private static void each(Lake lake, IntFunction<String> statement) {
        IntStream.range(0, TABLES).forEach(table -> lake.sql(statement.apply(table)));
    }

    private static void requireRows(Lake lake, String prefix, long rows) {
        for (int table = 0; table < TABLES; table++) {
            if (lake.sql("SELECT * FROM %s%d".formatted(prefix, table))
                            .collectAsList()
                            .size()
                    != rows) {
                throw new IllegalStateException("%s%d has not %d rows".formatted(prefix, table, rows));
            }
        }
    }

    private static long nanoseconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }
}
