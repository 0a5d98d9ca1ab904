package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.cluster.OnOwnCluster;
import dev.lakelight.problem.EnvironmentError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lakes and notebooks on a master and a worker of Spark's own, which have been started by nobody of ours. */
@OnOwnCluster
class ExternalClusterTest {

    private static StandaloneCluster standalone;
    private static TestLake lake;

    @BeforeAll
    static void start() throws Exception {
        Path target = Files.createDirectories(Path.of("target", "test-lakes").toAbsolutePath());
        standalone = StandaloneCluster.start(Files.createTempDirectory(target, "standalone"));
        lake = new TestLake(spec(standalone.url()), Files.createTempDirectory(target, "lake"));
    }

    private static ClusterSpec spec(String url) {
        return ClusterSpec.external(url)
                .withSettings(Map.of(
                        "spark.driver.host", "127.0.0.1",
                        "spark.driver.bindAddress", "127.0.0.1",
                        "spark.executor.cores", "1",
                        "spark.executor.memory", "512m",
                        "spark.executor.extraJavaOptions", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1"));
    }

    @AfterAll
    static void stop() throws Exception {
        lake.close();
        Clusters.ofThisJvm().stop();
        standalone.close();
        JavaUtils.deleteRecursively(lake.base().toFile());
        JavaUtils.deleteRecursively(standalone.folder().toFile());
    }

    private static long pid() {
        return ProcessHandle.current().pid();
    }

    @Test
    void classesOfTheProjectRunThere() {
        SparkSession spark = lake.session();

        List<Long> pids = spark.range(0, 4, 1, 4)
                .map((MapFunction<Long, Long>) id -> pid(), Encoders.LONG())
                .distinct()
                .collectAsList();

        assertThat(pids).isNotEmpty().doesNotContain(pid());
    }

    @Test
    void deltaTablesAndCloudPathsLeadIntoTheLake() {
        lake.notebook("a.sql", """
                CREATE TABLE numbers AS SELECT id, id % 2 AS parity FROM range(0, 100, 1, 2);
                MERGE INTO numbers AS t USING (SELECT 1 AS id) AS s ON t.id = s.id WHEN MATCHED THEN UPDATE SET parity = 7;
                INSERT OVERWRITE DIRECTORY 's3://acme/numbers' USING csv SELECT * FROM numbers;
                CREATE TABLE again USING csv LOCATION '/mnt/again' AS SELECT * FROM numbers;
                SELECT * FROM csv.`s3://acme/numbers`
                """);

        NotebookRun run = lake.run("a.sql");

        assertThat(run.failure()).isEmpty();
        assertThat(lake.rows("SELECT parity, count(*) FROM numbers GROUP BY parity ORDER BY parity"))
                .containsExactly("[0,50]", "[1,49]", "[7,1]");
        assertThat(lake.rows("SELECT count(*) FROM csv.`s3://acme/numbers`")).containsExactly("[100]");
        assertThat(lake.rows("SELECT count(*) FROM again")).containsExactly("[100]");
    }

    @Test
    void javaCellsRunThereWithTheirClassesAndVariables() {
        lake.notebook("a.java", """
                import org.apache.spark.api.java.function.MapFunction;
                record Item(long id, int price) implements java.io.Serializable {}
                int factor = 10;
                long driver = ProcessHandle.current().pid();

                // COMMAND ----------

                var prices = spark.range(0, 4, 1, 2)
                    .map((MapFunction<Long, Long>) id -> new Item(id, factor).price() + id, Encoders.LONG())
                    .collectAsList();
                factor = 20;
                var more = spark.range(0, 2, 1, 2)
                    .map((MapFunction<Long, Long>) id -> factor + id, Encoders.LONG()).collectAsList();
                var here = spark.range(0, 2, 1, 2)
                    .map((MapFunction<Long, Boolean>) id -> ProcessHandle.current().pid() == driver, Encoders.BOOLEAN())
                    .collectAsList();
                dbutils.notebook.exit(prices + " " + more + " " + here);
                """);

        NotebookRun run = lake.run("a.java");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("[10, 11, 12, 13] [20, 21] [false, false]");
    }

    @Test
    void scalaCellsRunThereWithTheirClasses() {
        lake.notebook("a.scala", """
                case class Line(customer: String, amount: Double)
                val limit = 2.0
                def isLarge(line: Line) = line.amount > limit
                val twice = udf((value: Double) => value * 2)

                // COMMAND ----------

                val lines = spark.range(0, 6, 1, 2).map(id => Line("c" + id % 2, id.toDouble))
                val large = lines.filter(line => isLarge(line)).select(sum(twice($"amount"))).as[Double].first()
                dbutils.notebook.exit(large.toString)
                """);

        NotebookRun run = lake.run("a.scala");

        assertThat(run.failure()).isEmpty();
        assertThat(run.exitValue()).contains("24.0");
    }

    @Test
    void saysThatTheClusterGivesNoExecutor() {
        ClusterSpec tooLarge = spec(standalone.url()).withSettings(Map.of("spark.executor.memory", "64g"));
        lake.close();
        System.setProperty("lakelight.cluster.timeout", "2s");

        try {
            assertThatThrownBy(() -> Clusters.ofThisJvm().acquire(tooLarge))
                    .isInstanceOf(EnvironmentError.class)
                    .hasMessage("""
                            Cannot start the cluster (external master %s): no executor registered with the driver within 2 s \
                            (property lakelight.cluster.timeout). Look at its workers: do they run, have they cores and memory left for an \
                            executor, and do they reach this machine at the address in spark.driver.host?""", standalone.url());
        } finally {
            System.clearProperty("lakelight.cluster.timeout");
            lake = new TestLake(spec(standalone.url()), lake.base());
        }
    }
}
