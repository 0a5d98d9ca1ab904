package dev.lakelight.benchmark.tables;

import dev.lakelight.benchmark.process.Milestone;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/** Compares the same tables by several algorithms, whose order changes from round to round, in one JVM that is warm by then. */
public final class ComparisonRounds {

    private static final long WARM_UP_ROWS = 120_000;
    private static final long MOST_NANOSECONDS = Duration.ofMinutes(6).toNanos();

    private final List<Algorithm> algorithms;

    private ComparisonRounds(List<Algorithm> algorithms) {
        this.algorithms = new ArrayList<>(algorithms);
    }

    /** Do rounds in the working directory, and end the JVM. The arguments: rounds, rows, and algorithms with commas between them. */
    public static void main(String[] arguments) throws IOException {
        List<Algorithm> algorithms =
                Stream.of(arguments[2].split(",")).map(Algorithm::valueOf).toList();
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

            rounds(rounds, data);
            cluster.closeSession(spark);
            Milestone.passed();
        }

        Clusters.ofThisJvm().stop();
    }

    /** At least one; no further one that would take too long if it took as long as the longest. */
    private void rounds(int most, ComparedData data) {
        long begin = System.nanoTime();
        long longest = 0;

        for (int round = 0; round < most && System.nanoTime() - begin + longest < MOST_NANOSECONDS; round++) {
            long start = System.nanoTime();
            Collections.shuffle(algorithms, new Random(round));
            algorithms.forEach(algorithm -> measure(algorithm, data).forEach(Milestone::reach));
            longest = Math.max(longest, System.nanoTime() - start);
        }
    }

    private static Map<String, Long> measure(Algorithm algorithm, ComparedData data) {
        Map<String, Long> times = new LinkedHashMap<>();
        Stopwatch equal = Stopwatch.start();
        require(algorithm.areEqual(data.expected(), data.same()), algorithm);
        times.put(Measured.EQUAL_WALL.of(algorithm), equal.wall());
        times.put(Measured.EQUAL_CPU.of(algorithm), equal.cpu());
        Stopwatch changed = Stopwatch.start();
        require(!algorithm.areEqual(data.expected(), data.changed()), algorithm);
        times.put(Measured.CHANGED_WALL.of(algorithm), changed.wall());
        times.put(Measured.CHANGED_CPU.of(algorithm), changed.cpu());
        return times;
    }

    private static void require(boolean right, Algorithm algorithm) {
        if (!right) {
            throw new IllegalStateException(algorithm + " has found what is not so");
        }
    }
}
