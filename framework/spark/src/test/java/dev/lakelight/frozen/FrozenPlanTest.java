package dev.lakelight.frozen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.configuration.Configuration;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.runtime.NotebookRun;
import dev.lakelight.runtime.Notebooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake in Berlin at the turn of the year, and others. */
class FrozenPlanTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "spark.lakelight.time", "2025-12-31T23:30:00.123456Z",
            "spark.lakelight.seed", "42",
            "spark.sql.session.timeZone", "Europe/Berlin");

    private static Cluster cluster;
    private static Lake lake;

    @TempDir
    static Path folder;

    @BeforeAll
    static void openLake() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        lake = open(SETTINGS);
    }

    @AfterAll
    static void closeLake() {
        lake.close();
        cluster.close();
    }

    @Test
    void freezesEveryFunctionOfTimeInSql() {
        Dataset<Row> times =
                lake.sql("SELECT current_timestamp(), now(), current_date(), localtimestamp(), unix_timestamp(),"
                        + " (SELECT max(current_date) FROM VALUES 1)");

        assertThat(times.columns())
                .startsWith("current_timestamp()", "now()", "current_date()", "localtimestamp()")
                .hasSize(6);
        assertThat(rows(times.selectExpr(
                        "string(`current_timestamp()`)",
                        "string(`now()`)",
                        "string(`current_date()`)",
                        "string(`localtimestamp()`)")))
                .containsExactly(
                        "[2026-01-01 00:30:00.123456,2026-01-01 00:30:00.123456,2026-01-01,2026-01-01 00:30:00.123456]");
        assertThat(times.head().getLong(4)).isEqualTo(1767223800L);
        assertThat(times.head().get(5)).hasToString("2026-01-01");
    }

    @Test
    void freezesTextsThatMeanATimeOfTheMoment() {
        assertThat(rows(lake.sql("SELECT string(CAST('now' AS TIMESTAMP)), string(CAST('Now ' AS TIMESTAMP_NTZ)),"
                        + " string(CAST('now' AS DATE)), string(CAST('today' AS TIMESTAMP)), string(to_date('tomorrow')),"
                        + " string(try_cast('yesterday' AS TIMESTAMP_NTZ)), string(CAST('epoch' AS DATE)),"
                        + " string(CAST('2020-02-03' AS DATE))")))
                .containsExactly(
                        "[2026-01-01 00:30:00.123456,2026-01-01 00:30:00.123456,2026-01-01,2026-01-01 00:00:00,"
                                + "2026-01-02,2025-12-31 00:00:00,1970-01-01,2020-02-03]");
    }

    @Test
    void freezesWhatDeltaWrites() {
        lake.sql("CREATE TABLE t USING delta AS SELECT 1 AS id, now() AS at");
        lake.sql("MERGE INTO t USING (SELECT 1 AS id UNION ALL SELECT 2) s ON t.id = s.id"
                + " WHEN MATCHED THEN UPDATE SET at = current_timestamp() + INTERVAL 1 DAY"
                + " WHEN NOT MATCHED THEN INSERT (id, at) VALUES (s.id, current_timestamp())");

        assertThat(rows(lake.sql("SELECT id, string(at) FROM t VERSION AS OF 0")))
                .containsExactly("[1,2026-01-01 00:30:00.123456]");
        assertThat(rows(lake.sql("SELECT id, string(at) FROM t ORDER BY id")))
                .containsExactly("[1,2026-01-02 00:30:00.123456]", "[2,2026-01-01 00:30:00.123456]");
    }

    @Test
    void freezesDatasetsOfPrograms() {
        Dataset<Row> times = lake.session()
                .range(1)
                .select(
                        functions.current_timestamp().as("at"),
                        functions.current_date().as("day"))
                .withColumn("text", functions.date_format(functions.current_timestamp(), "yyyy-MM-dd HH:mm"));

        assertThat(rows(times.selectExpr("string(at)", "string(day)", "text")))
                .containsExactly("[2026-01-01 00:30:00.123456,2026-01-01,2026-01-01 00:30]");
    }

    @Test
    void drawsTheSameNumbersInEachLakeOfASeed() {
        try (Lake same = open(SETTINGS);
                Lake another = open(Map.of("spark.lakelight.seed", "42"));
                Lake other = open(Map.of("spark.lakelight.seed", "43"))) {
            List<String> numbers = draw(same);

            assertThat(numbers).doesNotHaveDuplicates().isEqualTo(draw(another)).isNotEqualTo(draw(other));
        }
    }

    @Test
    void keepsSeedsThatQueriesHave() {
        List<String> here = rows(lake.sql("SELECT rand(7), randn(-3)"));

        try (Lake free = open(Map.of())) {
            assertThat(rows(free.sql("SELECT rand(7), randn(-3)"))).isEqualTo(here);
            assertThat(free.sql("SELECT year(now()) > 2025 OR now() < '2025-12-31'")
                            .head()
                            .getBoolean(0))
                    .isTrue();
        }
    }

    @Test
    void freezesNotebooksUnderAConfiguration() throws IOException {
        Files.writeString(folder.resolve("time.sql"), """
                -- Databricks notebook source
                CREATE OR REPLACE TABLE of_sql AS SELECT string(current_timestamp()) AS at

                -- COMMAND ----------

                -- MAGIC %java
                -- MAGIC dbutils.notebook.exit(spark.range(1).select(org.apache.spark.sql.functions.current_timestamp().cast("string")).head().getString(0));
                """);
        Configuration configuration = new Configuration(
                "frozen", Map.of(), Map.of("spark.lakelight.time", "1999-12-31T12:00:00+01:00"), List.of());

        NotebookRun run = Notebooks.in(lake, lake.projectFiles()).run("time.sql", configuration);

        assertThat(run.exitValue()).hasValue("1999-12-31 12:00:00");
        assertThat(rows(lake.sql("SELECT at FROM of_sql"))).containsExactly("[1999-12-31 12:00:00]");
    }

    @Test
    void refusesWhatIsNoTimeOrSeed() {
        assertThatThrownBy(() -> FrozenTime.of("2026-01-01"))
                .isInstanceOf(UserError.class)
                .hasMessage("spark.lakelight.time is '2026-01-01', which is no time."
                        + " Write it with its offset, such as 2026-01-01T00:00:00Z.");
        assertThatThrownBy(() -> FrozenRandom.of(
                        "many", ((org.apache.spark.sql.classic.SparkSession) lake.session()).sharedState()))
                .isInstanceOf(UserError.class)
                .hasMessage("spark.lakelight.seed is 'many', which is no whole number. Write one such as 42.");
    }

    private static List<String> draw(Lake lake) {
        return List.of(
                rows(lake.sql("SELECT rand()")).get(0),
                rows(lake.sql("SELECT rand()")).get(0),
                rows(lake.sql("SELECT uuid()")).get(0),
                rows(lake.session().range(1).select(functions.rand())).get(0),
                rows(lake.session().range(1).select(functions.uuid())).get(0));
    }

    private static List<String> rows(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).toList();
    }

    private static Lake open(Map<String, String> settings) {
        return Lake.open(
                cluster,
                LakeOptions.named("frozen", ProjectFiles.of(folder, List.of()))
                        .below(folder.resolve("lakes"))
                        .withSettings(settings));
    }
}
