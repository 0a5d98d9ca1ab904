package dev.lakelight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.table.TableRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Whatever fits in memory must compare there as it does in Spark. */
class ComparisonInSparkPropertyTest {

    private static Cluster cluster;
    private static SparkSession spark;

    @BeforeContainer
    static void openSession() throws IOException {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "compare");
        spark = cluster.newSession(
                Map.of("spark.sql.session.timeZone", "Asia/Kolkata", "spark.sql.shuffle.partitions", "2"),
                folder.toAbsolutePath());
    }

    @AfterContainer
    static void closeSession() {
        cluster.closeSession(spark);
        cluster.close();
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void sparkFindsWhatIsFoundInMemory(@ForAll("tables") TableRows expected, @ForAll Random random) {
        TableRows actual = ArbitraryTables.like(expected, random);

        MultisetMatch inMemory = MultisetMatch.of(side(expected, 100), side(actual, 100), null);
        MultisetMatch inSpark = MultisetMatch.of(side(expected, -1), side(actual, -1), null);

        assertThat(inSpark.missing().rows()).isEqualTo(inMemory.missing().rows());
        assertThat(inSpark.unexpected().rows()).isEqualTo(inMemory.unexpected().rows());
    }

    @Provide
    Arbitrary<TableRows> tables() {
        return ArbitraryTables.all();
    }

    /** Hold at most {@code limit} rows. */
    private static Side side(TableRows rows, int limit) {
        Dataset<Row> dataset = spark.createDataFrame(rows.rows(), rows.schema()).repartition(2);
        return new Side(
                ComparedTable.of("t", dataset),
                IntStream.range(0, rows.schema().size()).toArray(),
                limit);
    }
}
