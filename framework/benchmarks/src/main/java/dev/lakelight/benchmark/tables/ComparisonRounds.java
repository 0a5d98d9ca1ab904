package dev.lakelight.benchmark.tables;

import dev.lakelight.benchmark.process.Milestone;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.SparkSession;

/** Compares the same tables by several algorithms, whose order changes from round to round, in one JVM that is warm by then. */
public final class ComparisonRounds {

    static final String ALL = "all";

    private static final long WARM_UP_ROWS = 120_000;

    private final List<Algorithm> algorithms;

    private ComparisonRounds(List<Algorithm> algorithms) {
        this.algorithms = new ArrayList<>(algorithms);
    }

    static String equal(Algorithm algorithm) {
        return algorithm.name() + "-equal";
    }

    static String changed(Algorithm algorithm) {
        return algorithm.name() + "-changed";
    }

    /** Do rounds in the working directory, and end the JVM. The arguments: rounds, rows, and an algorithm or {@value #ALL}. */
    public static void main(String[] arguments) throws IOException {
        List<Algorithm> algorithms =
                arguments[2].equals(ALL) ? Arrays.asList(Algorithm.values()) : List.of(Algorithm.valueOf(arguments[2]));
        new ComparisonRounds(algorithms)
                .run(Path.of("").toAbsolutePath(), Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]));
        Milestone.end();
    }

    /** Do one round of few rows with all algorithms in an empty folder. */
    public static void runAll(Path folder, long rows) throws IOException {
        new ComparisonRounds(Arrays.asList(Algorithm.values())).run(folder, 1, rows);
    }

    private void run(Path folder, int rounds, long rows) throws IOException {
        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded())) {
            SparkSession spark = cluster.newSession(Map.of(), Files.createDirectory(folder.resolve("warehouse")));
            long few = Math.min(rows, WARM_UP_ROWS);
            ComparedData small = ComparedData.write(spark, folder.resolve("small"), few);
            algorithms.forEach(algorithm -> measure(algorithm, small));
            ComparedData data = few == rows ? small : ComparedData.write(spark, folder.resolve("large"), rows);

            for (int round = 0; round < rounds; round++) {
                Collections.shuffle(algorithms, new Random(round));
                algorithms.forEach(algorithm -> report(algorithm, data));
            }

            cluster.closeSession(spark);
            Milestone.passed();
        }

        Clusters.ofThisJvm().stop();
    }

    private static void report(Algorithm algorithm, ComparedData data) {
        long[] nanoseconds = measure(algorithm, data);
        Milestone.reach(equal(algorithm), nanoseconds[0]);
        Milestone.reach(changed(algorithm), nanoseconds[1]);
    }

    private static long[] measure(Algorithm algorithm, ComparedData data) {
        long begin = System.nanoTime();
        require(algorithm.areEqual(data.expected(), data.same()), algorithm);
        long between = System.nanoTime();
        require(!algorithm.areEqual(data.expected(), data.changed()), algorithm);
        return new long[] {between - begin, System.nanoTime() - between};
    }

    private static void require(boolean right, Algorithm algorithm) {
        if (!right) {
            throw new IllegalStateException(algorithm + " has found what is not so");
        }
    }
}
