package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.path.LakePaths;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths without scheme below folders that the settings name. */
class RootFolderTest {

    private static final String ROOT = "lakelight_root";

    private Cluster cluster;
    private Lake lake;

    @BeforeEach
    void openLake(@TempDir Path folder) throws IOException {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        Files.writeString(folder.resolve("orders.csv"), "id,name\n1,Ann\n2,Bob\n");
        LakeOptions options = LakeOptions.named("roots", ProjectFiles.of(folder, List.of()))
                .withSettings(Map.of(LakePaths.ROOTS_SETTING, ROOT));
        lake = Lake.open(cluster, options);
        lake.putFiles("/" + ROOT + "/landing", "orders.csv");
    }

    @AfterEach
    void closeLake() {
        lake.close();
        cluster.close();
    }

    @Test
    void areReadAndWrittenInTheLake() {
        SparkSession session = lake.session();

        session.read()
                .option("header", "true")
                .csv("/" + ROOT + "/landing/*.csv")
                .write()
                .format("delta")
                .save("/" + ROOT + "/orders");

        assertThat(lake.files().resolve(ROOT + "/landing/orders.csv")).isRegularFile();
        assertThat(lake.files().resolve(ROOT + "/orders/_delta_log")).isDirectory();
        assertThat(session.sql("SELECT count(*) FROM delta.`dbfs:/%s/orders`".formatted(ROOT))
                        .first()
                        .getLong(0))
                .isEqualTo(2);
        assertThat(session.sparkContext()
                        .textFile("/" + ROOT + "/landing/orders.csv", 1)
                        .count())
                .isEqualTo(3);
    }

    @Test
    void holdStreamsAndTheirCheckpoints() throws Exception {
        StreamingQuery query = lake.session()
                .readStream()
                .schema("id INT, name STRING")
                .csv("/" + ROOT + "/landing")
                .writeStream()
                .format("delta")
                .option("checkpointLocation", "/" + ROOT + "/checkpoint")
                .trigger(Trigger.AvailableNow())
                .start("/" + ROOT + "/streamed");
        query.awaitTermination();

        assertThat(lake.files().resolve(ROOT + "/checkpoint/commits/0")).isRegularFile();
        assertThat(lake.session()
                        .read()
                        .format("delta")
                        .load("/" + ROOT + "/streamed")
                        .count())
                .isEqualTo(3);
    }
}
