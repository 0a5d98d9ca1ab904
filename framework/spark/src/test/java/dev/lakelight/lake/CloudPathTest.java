package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pipelines do with paths of DBFS, volumes, mounts and cloud storage. */
class CloudPathTest {

    @TempDir
    static Path folder;

    private static Cluster cluster;
    private static Lake lake;

    @BeforeAll
    static void openLake() throws Exception {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/orders.csv"), "id,name\n1,Ann\n2,Bob\n");
        lake = Lake.open(cluster, options("paths"));
    }

    @AfterAll
    static void closeLake() {
        lake.close();
        cluster.close();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "dbfs:/landing/a",
                "dbfs:/Volumes/main/sales/b",
                "/Volumes/main/sales/c",
                "/mnt/d",
                "/dbfs/e",
                "/FileStore/f",
                "s3://acme/g",
                "s3a://acme/h",
                "s3n://acme/i",
                "abfss://raw@acme.dfs.core.windows.net/j",
                "abfs://raw@acme.dfs.core.windows.net/k",
                "gs://acme/l",
                "wasbs://raw@acme.blob.core.windows.net/m",
                "adl://acme.azuredatalakestore.net/n"
            })
    void filesAndDeltaTablesOfEachScheme(String path) {
        SparkSession session = lake.session();
        lake.putFiles(path + "/landing", "data");

        session.read()
                .option("header", "true")
                .csv(path + "/landing/orders.csv")
                .write()
                .format("delta")
                .save(path + "/table");
        lake.sql("DELETE FROM delta.`%s/table` WHERE id = 1".formatted(path));

        assertThat(session.read().format("delta").load(path + "/table").collectAsList())
                .extracting(Row::toString)
                .containsExactly("[2,Bob]");
        assertThat(lake.path(path + "/table/_delta_log/00000000000000000001.json"))
                .isRegularFile();
        assertThat(lake.path(path + "/table")).startsWith(lake.files());
    }

    @Test
    void tablesHaveLocationsThere() {
        lake.sql("CREATE TABLE located (id INT) LOCATION '/mnt/located'");
        lake.sql("INSERT INTO located VALUES (1)");
        lake.sql("CREATE TABLE located_s3 USING DELTA LOCATION 's3://acme/located' AS SELECT 1 AS id");
        lake.sql("MERGE INTO located t USING located_s3 s ON t.id = s.id WHEN MATCHED THEN UPDATE SET id = 7");

        assertThat(rows("SELECT * FROM delta.`dbfs:/mnt/located`")).containsExactly("[7]");
        assertThat(lake.table("located").commits()).hasSize(3);
        assertThat(lake.table("located_s3").version()).hasValue(0);
        assertThat(DeltaTable.forPath(lake.session(), "s3://acme/located")
                        .history()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void filesAreNamedAsThePipelineNamesThem() {
        lake.putFiles("s3://acme/named/2011-12-05", "data");

        assertThat(rows("SELECT DISTINCT _metadata.file_path FROM csv.`s3://acme/named/*/*.csv`"))
                .containsExactly("[s3://acme/named/2011-12-05/orders.csv]");
    }

    @Test
    void partitionedFilesAreFound() {
        lake.session()
                .range(4)
                .selectExpr("id", "id % 2 AS part")
                .write()
                .partitionBy("part")
                .parquet("/Volumes/main/sales/parted");

        assertThat(lake.session()
                        .read()
                        .parquet("/Volumes/main/sales/parted")
                        .where("part = 1")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void streamsHaveTheirCheckpointsThere() throws Exception {
        lake.putFiles("abfss://raw@acme.dfs.core.windows.net/stream", "data");
        StreamingQuery query = lake.session()
                .readStream()
                .schema("id INT, name STRING")
                .option("header", "true")
                .csv("abfss://raw@acme.dfs.core.windows.net/stream")
                .writeStream()
                .format("delta")
                .option("checkpointLocation", "s3://acme/checkpoint")
                .trigger(Trigger.AvailableNow())
                .start("/mnt/streamed");
        query.awaitTermination();

        assertThat(rows("SELECT count(*) FROM delta.`/mnt/streamed`")).containsExactly("[2]");
        assertThat(lake.path("s3://acme/checkpoint/commits/0")).isRegularFile();
    }

    @Test
    void textFilesOfTheContextAreThoseOfTheThreadsLake() {
        lake.putFiles("s3://acme/text", "data");
        String files = lake.session().sparkContext().getLocalProperty("spark.lakelight.lake.files");

        try {
            lake.session()
                    .sparkContext()
                    .setLocalProperty("spark.lakelight.lake.files", lake.files().toString());
            SparkSession.setActiveSession(lake.session());

            assertThat(lake.session()
                            .sparkContext()
                            .textFile("s3://acme/text", 1)
                            .count())
                    .isEqualTo(3);
        } finally {
            lake.session().sparkContext().setLocalProperty("spark.lakelight.lake.files", files);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"s3://acme/../other/x", "dbfs:/../x"})
    void pathsThatLeadOutAreRefused(String path) {
        assertThatThrownBy(() -> lake.session().read().text(path))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("leads out of the lake's files");
    }

    @Test
    void localPathsStayLocal() {
        assertThat(lake.session()
                        .read()
                        .text(folder.resolve("data/orders.csv").toString())
                        .count())
                .isEqualTo(3);
    }

    @Test
    void lakesInParallelHaveTheirOwnFilesAtEqualPaths() throws Exception {
        CyclicBarrier bothFilled = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);

        try {
            Future<List<String>> left = threads.submit(() -> contentOf("left", bothFilled));
            Future<List<String>> right = threads.submit(() -> contentOf("right", bothFilled));

            assertThat(left.get(5, TimeUnit.MINUTES)).containsExactly("[left,left,left]");
            assertThat(right.get(5, TimeUnit.MINUTES)).containsExactly("[right,right,right]");
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> contentOf(String name, CyclicBarrier bothFilled) throws Exception {
        try (Lake own = Lake.open(cluster, options(name))) {
            own.sql("CREATE TABLE t USING DELTA LOCATION 's3://acme/t' AS SELECT '%s' AS name".formatted(name));
            own.sql("CREATE TABLE m USING DELTA LOCATION '/mnt/m' AS SELECT '%s' AS name".formatted(name));
            own.session().sql("SELECT '%s' AS name".formatted(name)).write().json("/Volumes/main/sales/j");
            bothFilled.await(5, TimeUnit.MINUTES);
            own.sql("INSERT INTO t SELECT * FROM delta.`dbfs:/mnt/m`");

            return own
                    .sql(
                            "SELECT DISTINCT t.name, m.name, j.name FROM t, delta.`/mnt/m` m, json.`/Volumes/main/sales/j` j")
                    .collectAsList()
                    .stream()
                    .map(Row::toString)
                    .toList();
        }
    }

    private static List<String> rows(String query) {
        return lake.sql(query).collectAsList().stream().map(Row::toString).toList();
    }

    private static LakeOptions options(String name) {
        return LakeOptions.named(name, ProjectFiles.of(folder, List.of())).below(folder.resolve("lakes of 50% ä"));
    }
}
