package dev.lakelight.benchmark.small;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import dev.lakelight.benchmark.process.Milestone;
import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Seeds small tables and asserts on them, in turn with other ways to do so. */
public final class SmallTableRounds {

    static final int ROWS = 10;

    private static final int WARM_UPS = 5;
    private static final String SCHEMA = "id INT, name STRING, amount DOUBLE, day STRING";

    private final Cluster cluster;
    private final LakeOptions options;
    private final Row[] rows = IntStream.range(0, ROWS)
            .mapToObj(i -> RowFactory.create(i, "name " + i, i * 1.5, "2011-12-09"))
            .toArray(Row[]::new);

    private SmallTableRounds(Cluster cluster, ProjectFiles files) {
        this.cluster = cluster;
        this.options = LakeOptions.named("small", files);
    }

    /** Do so many rounds in the working directory, and end the JVM. */
    public static void main(String[] arguments) {
        ProjectFiles files = ProjectFiles.of(Path.of("").toAbsolutePath(), List.of());

        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded())) {
            new SmallTableRounds(cluster, files).run(Integer.parseInt(arguments[0]));
            Milestone.passed();
        }

        Clusters.ofThisJvm().stop();
        Milestone.end();
    }

    private void run(int rounds) {
        for (int round = -WARM_UPS; round < rounds; round++) {
            boolean counts = round >= 0;
            tell(counts, Measured.WHOLE_TEST, nanoseconds(this::wholeTest));

            try (Lake lake = Lake.open(cluster, options)) {
                oneTable(lake, counts);
            }
        }
    }

    private void oneTable(Lake lake, boolean counts) {
        tell(counts, Measured.SEED, nanoseconds(() -> seed(lake, "ours")));
        tell(counts, Measured.SEED_WITH_SPARK, nanoseconds(() -> seedWithSpark(lake)));
        tell(counts, Measured.ASSERT, nanoseconds(() -> verify(lake, "ours")));
        // Delta has then the state of the table at hand.
        lake.sql("SELECT * FROM theirs").collectAsList();
        tell(
                counts,
                Measured.ASSERT_AS_FAST_TESTS,
                nanoseconds(() ->
                        require(PeerAssertions.asSparkFastTests(lake.session().table("theirs"), expected(lake)))));
        tell(
                counts,
                Measured.ASSERT_AS_TESTING_BASE,
                nanoseconds(() ->
                        require(PeerAssertions.asSparkTestingBase(lake.session().table("theirs"), expected(lake)))));
    }

    private void wholeTest() {
        try (Lake lake = Lake.open(cluster, options)) {
            List<String> tables = List.of("a", "b", "c");
            tables.forEach(table -> seed(lake, table));
            tables.forEach(table -> verify(lake, table));
        }
    }

    private void seed(Lake lake, String table) {
        lake.table(table).withSchema(SCHEMA).rows(rows);
    }

    private void seedWithSpark(Lake lake) {
        expected(lake).coalesce(1).write().format("delta").saveAsTable("theirs");
    }

    private Dataset<Row> expected(Lake lake) {
        return lake.session().createDataFrame(List.of(rows), StructType.fromDDL(SCHEMA));
    }

    private void verify(Lake lake, String table) {
        assertThat(lake.table(table)).hasSameRowsAs(rows);
    }

    private static void tell(boolean counts, Measured what, long nanoseconds) {
        if (counts) {
            Milestone.reach(what.name(), nanoseconds);
        }
    }

    private static void require(boolean equal) {
        if (!equal) {
            throw new IllegalStateException("The tables are not equal");
        }
    }

    private static long nanoseconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return System.nanoTime() - begin;
    }
}
