package dev.lakelight.lake;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static dev.lakelight.assertion.LakelightAssertions.assertThatThrownBy;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.cluster.OnOwnCluster;
import dev.lakelight.path.LakeMounts;
import dev.lakelight.path.Mount;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and paths on executor processes, which know a lake only by what travels with their tasks. */
@OnOwnCluster
class LakeOnExecutorsTest {

    @TempDir
    Path folder;

    @Test
    void executorsFindTheFilesAndTablesOfTheLake() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/orders.csv"), "id,name\n1,Ann\n2,Bob\n");
        LakeOptions options = LakeOptions.named("executors", ProjectFiles.of(folder, List.of()))
                .below(folder);

        try (Cluster cluster =
                        Clusters.ofThisJvm().acquire(ClusterSpec.processes(2).withMemoryMegabytes(512));
                Lake lake = Lake.open(cluster, options)) {
            lake.putFiles("s3://acme/orders", "data");
            new LakeMounts(lake.files()).add(new Mount("/mnt/orders", "s3a://acme/orders", ""));
            lake.sql("CREATE SCHEMA main.sales");
            lake.sql("CREATE TABLE main.sales.orders LOCATION 'abfss://lake@acme.dfs.core.windows.net/orders' AS"
                    + " SELECT * FROM csv.`s3://acme/orders`");
            lake.session().table("main.sales.orders").repartition(4).write().json("/Volumes/main/sales/export");

            assertThat(lake.sql("SELECT count(*) FROM json.`/Volumes/main/sales/export`")
                            .collectAsList())
                    .extracting(Row::toString)
                    .containsExactly("[3]");
            assertThat(lake.sql("SELECT count(*) FROM csv.`/mnt/orders`").collectAsList())
                    .extracting(Row::toString)
                    .containsExactly("[3]");
            assertThat(lake.session()
                            .sparkContext()
                            .textFile("s3://acme/orders", 2)
                            .count())
                    .isEqualTo(3);
            executorsSeeForks(cluster, options);
            executorsCompareLargeTables(lake);
        }
    }

    private static void executorsCompareLargeTables(Lake lake) {
        String rows = "SELECT id, map('x', id) AS m, CAST(id AS DOUBLE) AS d FROM range(0, 110000, 1, 4)";
        Dataset<Row> expected = lake.sql(rows);
        Dataset<Row> actual = lake.sql(rows.replace("map('x', id)", "map('x', IF(id = 777, 5, id))"));

        assertThat(expected).hasSameRowsAs(lake.sql(rows).repartition(3));
        assertThatThrownBy(() -> assertThat(actual).withKey("id").hasSameRowsAs(expected))
                .hasMessageContaining("1 changed")
                .hasMessageContaining("| 777 |");
    }

    private static void executorsSeeForks(Cluster cluster, LakeOptions options) {
        Fixture fixture =
                Fixture.of("shop", lake -> lake.sql("CREATE TABLE orders AS SELECT * FROM range(0, 100, 1, 4)"));

        try (Lake fork = Lake.open(cluster, options.from(fixture))) {
            fork.sql("DELETE FROM orders WHERE id % 2 = 0");
            assertThat(fork.session()
                            .table("orders")
                            .repartition(4)
                            .filter("id % 2 = 1")
                            .count())
                    .isEqualTo(50);

            fork.rollBack();

            assertThat(fork.session()
                            .table("orders")
                            .repartition(4)
                            .filter("id % 2 = 0")
                            .count())
                    .isEqualTo(50);
            assertThat(fork.changes()).isEmpty();
        }
    }
}
