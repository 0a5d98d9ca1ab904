package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.configuration.SeedSpec;
import dev.lakelight.configuration.SeedSpec.Source;
import dev.lakelight.configuration.SeedSpec.Source.FileSource;
import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.configuration.SeedSpec.Source.LandingFile;
import dev.lakelight.configuration.SeedSpec.Source.SqlFile;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.SourceLocation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {

    private static Cluster cluster;

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeAll
    static void acquireCluster() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
    }

    @AfterAll
    static void giveClusterBack() {
        cluster.close();
    }

    @BeforeEach
    void openLake(TestInfo test) {
        ProjectFiles files = ProjectFiles.of(folder, List.of());
        lake = Lake.open(
                cluster, LakeOptions.named(test.getDisplayName(), files).below(folder.resolve("lakes of 50% ä")));
    }

    @AfterEach
    void closeLake() {
        lake.close();
    }

    @Test
    void loadsAFileInOneCommitTypedByItsHeader() {
        write("data/customers.csv", "id:INT,name:STRING\n1,Ann\n2,\n");

        LakeTable table = lake.table("bronze.customers").load("data/customers.csv");

        assertThat(table.dataset().schema().toDDL()).isEqualTo("id INT,name STRING");
        assertThat(rows(table)).containsExactlyInAnyOrder(row(1, "Ann"), row(2, null));
        assertThat(table.version()).hasValue(0);
        assertThat(table.isDelta()).isTrue();
    }

    @Test
    void keepsTheDeclaredSchemaWithNotNull() {
        write("data/orders.csv", "amount,id\n1.5,1\n");

        LakeTable table = lake.table("bronze.orders")
                .withSchema("id INT NOT NULL, amount DECIMAL(10,2), day DATE")
                .load("data/orders.csv");

        assertThat(table.dataset().schema().toDDL()).isEqualTo("id INT NOT NULL,amount DECIMAL(10,2),day DATE");
        assertThat(rows(table)).containsExactly(row(1, new BigDecimal("1.50"), null));
    }

    @Test
    void typesByTheTableThatIsThereAndLeavesItsOtherColumnsToIt() {
        lake.sql("CREATE TABLE orders (id INT, day DATE, year INT GENERATED ALWAYS AS (YEAR(day))) USING delta");
        write("data/orders.csv", "day,id\n2011-12-09,1\n");

        LakeTable table = lake.table("orders").load("data/orders.csv");

        assertThat(table.dataset().select("id", "year").collectAsList()).containsExactly(row(1, 2011));
        assertThat(table.commits()).isEmpty();
    }

    @Test
    void takesTheTypesThatJsonAndParquetHave() {
        write("data/a.jsonl", "{\"id\": 1, \"name\": \"a\"}\n{\"id\": 2, \"tags\": [\"x\"]}\n");
        write("data/b.json", "[{\"id\": 1},\n {\"id\": 2}]");
        lake.session()
                .sql("SELECT 1 AS id, DATE'2011-12-09' AS day")
                .write()
                .parquet(folder.resolve("data/c.parquet").toString());

        assertThat(lake.table("a").load("data/a.jsonl").dataset().schema().toDDL())
                .isEqualTo("id BIGINT,name STRING,tags ARRAY<STRING>");
        assertThat(rows(lake.table("b").load("data/b.json"))).containsExactlyInAnyOrder(row(1L), row(2L));
        assertThat(lake.table("c").load("data/c.parquet").dataset().schema().toDDL())
                .isEqualTo("id INT,day DATE");
        assertThatThrownBy(
                        () -> lake.table("d").withSchema("id BIGINT, dai DATE").load("data/c.parquet"))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        data/c.parquet cannot be read, 2 mistakes:
                          data/c.parquet: there is no column 'day', the columns are id, dai. Perhaps you mean 'dai'.
                          data/c.parquet: column 'id' is declared INT here, but it is BIGINT""");
    }

    @Test
    void writesNothingWhenARowIsWrong() {
        write("data/customers.csv", "id:INT\n1\nx\n");

        assertThatThrownBy(() -> lake.table("bronze.customers").load("data/customers.csv"))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        data/customers.csv cannot be read, 1 mistake:
                          data/customers.csv:3, column id: found 'x', but INT takes a whole number from -2147483648 to 2147483647""");
        assertThat(lake.tables()).isEmpty();
    }

    @Test
    void saysHowToGiveTypes() {
        write("data/customers.csv", "id,name\n1,Ann\n");

        assertThatThrownBy(() -> lake.table("bronze.customers").load("data/customers.csv"))
                .isInstanceOf(UserError.class)
                .hasMessage("""
                        The types of bronze.customers are unknown: the header of data/customers.csv has none and there is no such table yet.
                        Give a schema: withSchema("id INT, name STRING") in Java, schema: in a scenario, id:INT,name:STRING as header of a CSV file, or create the table first.""");
    }

    @Test
    void refusesTwoSeedsForOneTable() {
        write("data/customers.csv", "id:INT\n1\n");
        lake.table("bronze.customers").load("data/customers.csv");

        assertThatThrownBy(() -> lake.seed(new SeedSpec(
                        "spark_catalog.Bronze.customers",
                        new InlineRows(List.of(), List.of()),
                        "id INT",
                        new SourceLocation("src/test/lakelight/a.yml", 4))))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "spark_catalog.Bronze.customers is given rows twice: by data/customers.csv and by inline rows"
                                + " (src/test/lakelight/a.yml:4). Give a table its rows in one place; insert adds more.");
    }

    @Test
    void seedsWhatAScenarioDeclares() {
        write("data/customers.csv", "id,name\n1,Ann\n");
        List<List<Object>> values = List.of(Arrays.asList("007", null));

        seed("bronze.customers", new FileSource(folder.resolve("data/customers.csv")), "id INT, name STRING");
        seed("bronze.agents", new InlineRows(List.of("code", "name"), values), "name STRING, code STRING");

        assertThat(rows(lake.table("bronze.customers"))).containsExactly(row(1, "Ann"));
        assertThat(rows(lake.table("bronze.agents"))).containsExactly(row(null, "007"));
    }

    @Test
    void runsSqlFilesAndCountsNothingOfThem() {
        write("data/seed.sql", """
                -- two tables
                CREATE SCHEMA bronze;
                CREATE TABLE bronze.a (id INT) USING delta;
                INSERT INTO bronze.a VALUES (1), (2);
                CREATE TABLE bronze.b AS SELECT 'x;y' AS name;
                """);

        seed("bronze.a", new SqlFile(folder.resolve("data/seed.sql")), null);

        assertThat(rows(lake.table("bronze.a"))).containsExactlyInAnyOrder(row(1), row(2));
        assertThat(lake.table("bronze.a").commits()).isEmpty();
        assertThat(lake.table("bronze.b").commits()).isEmpty();
    }

    @Test
    void placesMistakesOfSqlFiles() {
        write("data/seed.sql", "CREATE SCHEMA bronze;\n\nCREATE TABLE bronze.a AS SELECT missing;\n");
        write("data/open.sql", "SELECT 1;\nSELECT 'x;\n");
        write("data/none.sql", "SELECT 1;\n");

        assertThatThrownBy(() -> seed("bronze.a", new SqlFile(folder.resolve("data/seed.sql")), null))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("data/seed.sql:3: the statement failed: [UNRESOLVED_COLUMN");
        assertThatThrownBy(() -> seed("bronze.b", new SqlFile(folder.resolve("data/open.sql")), null))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("data/open.sql:2: ");
        assertThatThrownBy(() -> seed("bronze.c", new SqlFile(folder.resolve("data/none.sql")), null))
                .isInstanceOf(UserError.class)
                .hasMessage("data/none.sql is to make the table bronze.c, but did not."
                        + " There is no table bronze.c in the lake. The lake has no tables.");
    }

    @Test
    void landsFilesAndFolders() {
        write("data/late.csv", "id\n1\n");
        write("data/day/a/x.json", "{}");

        seed("-", new LandingFile("landing/2011-12-05", folder.resolve("data/late.csv")), null);
        seed("-", new LandingFile("landing/renamed.csv", folder.resolve("data/late.csv")), null);
        seed("-", new LandingFile("landing/day", folder.resolve("data/day")), null);

        assertThat(lake.files().resolve("landing/2011-12-05/late.csv")).hasContent("id\n1\n");
        assertThat(lake.files().resolve("landing/renamed.csv")).hasContent("id\n1\n");
        assertThat(lake.files().resolve("landing/day/a/x.json")).hasContent("{}");
        assertThatThrownBy(() -> seed("-", new LandingFile("landing/day", folder.resolve("data/day")), null))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "data/day/a/x.json cannot be put at landing/day/a/x.json of the lake's files: there is one already.");
        assertThatThrownBy(() -> seed("-", new LandingFile("../../x", folder.resolve("data/late.csv")), null))
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The path ../../x leads out of the lake's files: with its '..' it is above %s. Remove the '..'."
                                .formatted(lake.files()));
    }

    @Test
    void takesDatasetsOfItsOwnOnly() {
        LakeTable table = lake.table("numbers").load(lake.session().range(3).toDF());

        assertThat(table.dataset().count()).isEqualTo(3);

        try (Lake other = Lake.open(
                cluster, LakeOptions.named("other", lake.projectFiles()).below(folder.resolve("lakes of 50% ä")))) {
            assertThatThrownBy(
                            () -> lake.table("x").load(other.session().range(1).toDF()))
                    .isInstanceOf(UserError.class)
                    .hasMessageStartingWith("The dataset is not of the lake 'takesDatasetsOfItsOwnOnly()'");
        }
    }

    @Test
    void roundTripsNestedValuesAndTimes() {
        write(
                "data/all.jsonl",
                "{\"t\": \"2011-12-09 14:30:00.123456Z\", \"n\": \"2011-12-09 14:30:00\", \"d\": \"1600-01-01\", \"b\": \"ff00\","
                        + " \"s\": {\"a\": [1, null], \"m\": {\"k\": 1.25}}, \"v\": {\"x\": 1}}\n");

        LakeTable table = lake.table("alltypes")
                .withSchema("t TIMESTAMP, n TIMESTAMP_NTZ, d DATE, b BINARY,"
                        + " s STRUCT<a: ARRAY<INT>, m: MAP<STRING, DECIMAL(4,2)>>, v VARIANT")
                .load("data/all.jsonl");

        assertThat(table.dataset()
                        .selectExpr(
                                "unix_micros(t)",
                                "CAST(n AS STRING)",
                                "CAST(d AS STRING)",
                                "hex(b)",
                                "to_json(s)",
                                "to_json(v)")
                        .collectAsList())
                .containsExactly(row(
                        1323441000123456L,
                        "2011-12-09 14:30:00",
                        "1600-01-01",
                        "FF00",
                        "{\"a\":[1,null],\"m\":{\"k\":1.25}}",
                        "{\"x\":1}"));
    }

    private void seed(String table, Source source, String schema) {
        lake.seed(new SeedSpec(table, source, schema, null));
    }

    private void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Row> rows(LakeTable table) {
        return table.dataset().collectAsList();
    }

    private static Row row(Object... values) {
        return RowFactory.create(values);
    }
}
