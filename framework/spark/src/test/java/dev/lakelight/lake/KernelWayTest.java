package dev.lakelight.lake;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.compare.ComparedTable;
import dev.lakelight.compare.TableComparator;
import dev.lakelight.runtime.TestLake;
import dev.lakelight.table.TableRows;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small tables are written and read without Spark: that must not show. */
class KernelWayTest {

    private static final String COLUMNS =
            "id INT, tiny TINYINT, small SMALLINT, big BIGINT, f FLOAT, d DOUBLE, amount DECIMAL(10,2), flag BOOLEAN, name STRING,"
                    + " raw BINARY, day DATE, at TIMESTAMP, list ARRAY<INT>, map MAP<STRING, INT>, struct STRUCT<a: INT, b: STRING>";

    @RegisterExtension
    static final TestLake LAKE = new TestLake();

    private static Lake lake;

    @BeforeAll
    static void takeLake() {
        lake = LAKE.lake();
    }

    @Test
    void aSeedIsTheSameTableAsOneOfSpark() throws Exception {
        LakeTable seeded = lake.table("seeds.kernel")
                .withSchema(COLUMNS)
                .rows(
                        RowFactory.create(
                                1,
                                (byte) 2,
                                (short) 3,
                                4L,
                                1.5f,
                                -2.5d,
                                new BigDecimal("12.30"),
                                true,
                                "Ann",
                                new byte[] {1},
                                LocalDate.parse("2011-12-09"),
                                Instant.parse("2011-12-09T14:30:00.123456Z"),
                                List.of(1, 2),
                                Map.of("k", 1),
                                RowFactory.create(1, "b")),
                        RowFactory.create(
                                2, null, null, null, null, null, null, null, null, null, null, null, null, null, null));
        LakeTable made = lake.table("seeds.spark").load(seeded.dataset().coalesce(1));

        assertThat(engine(seeded)).startsWith("Kernel-");
        assertThat(engine(made)).startsWith("Apache-Spark");
        assertThat(action(seeded, "protocol")).isEqualTo(action(made, "protocol"));
        assertThat(without(action(seeded, "metaData"), "id", "createdTime"))
                .isEqualTo(without(action(made, "metaData"), "id", "createdTime"));
        assertThat(statistics(seeded)).isEqualTo(statistics(made));
        assertThat(entry(seeded)).isEqualTo(entry(made));
        assertThat(files(seeded)).isEqualTo(files(made));
        assertThat(made).hasSameRowsAs(seeded);
        assertThat(seeded).hasSameRowsAs(seeded.dataset());
        assertThat(seeded.commits()).isEmpty();

        lake.sql("UPDATE seeds.kernel SET name = 'Bob' WHERE id = 2");
        lake.sql("INSERT INTO seeds.kernel (id, name) VALUES (3, 'Eve')");

        assertThat(seeded).hasRowCount(3).hasVersion(2);
        assertThat(lake.sql("SELECT name FROM seeds.kernel ORDER BY id").collectAsList())
                .containsExactly(RowFactory.create("Ann"), RowFactory.create("Bob"), RowFactory.create("Eve"));
        assertThat(lake.sql("SELECT count(*) FROM seeds.kernel VERSION AS OF 0").collectAsList())
                .containsExactly(RowFactory.create(2L));
    }

    /** Spark cuts long texts, has an order of its own for numbers that are none, and looks at the first 32 columns. */
    @Test
    void aSeedHasTheStatisticsThatSparkWouldHaveComputed() throws Exception {
        String long1 = "a".repeat(40);
        String greatest = "\uD83D\uDE00".repeat(40);
        String more =
                IntStream.range(0, 30).mapToObj(i -> ", c%d INT".formatted(i)).collect(Collectors.joining());
        StructType schema = StructType.fromDDL(
                "s STRING, d DOUBLE, n STRUCT<f: FLOAT, none: STRING, list: ARRAY<INT>>, flag BOOLEAN" + more);
        Object[] numbers = IntStream.range(0, 30).boxed().toArray();
        TableRows rows = new TableRows(
                schema,
                List.of(
                        row(numbers, long1, -0.0, RowFactory.create(Float.NaN, null, null), true),
                        row(numbers, greatest, 0.0, RowFactory.create(1f, null, List.of(1)), null),
                        row(numbers, "\uFFFF", Double.NEGATIVE_INFINITY, null, false)));

        LakeTable seeded = lake.table("statistics.kernel").load(rows);
        LakeTable made = lake.table("statistics.spark").load(seeded.dataset().coalesce(1));

        assertThat(engine(seeded)).startsWith("Kernel-");
        assertThat(engine(made)).startsWith("Apache-Spark");
        assertThat(statistics(seeded)).isEqualTo(statistics(made));
    }

    private static Row row(Object[] last, Object... first) {
        return RowFactory.create(
                Stream.concat(Arrays.stream(first), Arrays.stream(last)).toArray());
    }

    /** One for each that readers must know; those of writers are all in one table. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            deletionVectors     | TBLPROPERTIES (delta.enableDeletionVectors = true)
            columnMapping       | TBLPROPERTIES (delta.columnMapping.mode = 'name')
            columnMapping       | TBLPROPERTIES (delta.columnMapping.mode = 'id')
            timestampNtz        | TBLPROPERTIES (delta.feature.timestampNtz = 'supported')
            v2Checkpoint        | TBLPROPERTIES (delta.checkpointPolicy = 'v2', delta.checkpointInterval = 1)
            vacuumProtocolCheck | TBLPROPERTIES (delta.feature.vacuumProtocolCheck = 'supported')
            """)
    void aTableFeatureMakesNoDifference(String feature, String clause) {
        lake.sql("CREATE OR REPLACE TABLE one_feature USING delta %s AS SELECT /*+ COALESCE(1) */ * FROM"
                        .formatted(clause)
                + " VALUES (1, 'a', DATE'2026-01-01'), (2, 'b', NULL), (3, NULL, NULL) AS t(id, name, day)");

        if (feature.equals("deletionVectors")) {
            lake.sql("DELETE FROM one_feature WHERE id = 2");
        }

        assertThat(lake.table("one_feature")).properties().hasFeature(feature);
        assertThat(readsAsSpark("one_feature").rows()).hasSize(feature.equals("deletionVectors") ? 2 : 3);
    }

    @Test
    void aTableThatCameBackIsSeenAsItIsNow() {
        lake.table("again.t").withSchema("id INT").rows(RowFactory.create(1));
        assertThat(lake.sql("SELECT * FROM again.t").collectAsList()).hasSize(1);
        lake.sql("DROP TABLE again.t");
        lake.seeds().restart(Map.of());

        lake.table("again.t").withSchema("name STRING").rows(RowFactory.create("a"), RowFactory.create("b"));

        assertThat(lake.sql("SELECT name FROM again.t").collectAsList()).hasSize(2);
    }

    @Test
    void whatASessionWantsOfNewTablesIsLeftToSpark() {
        String name = "spark.databricks.delta.properties.defaults.enableChangeDataFeed";
        lake.session().conf().set(name, "true");

        try {
            LakeTable table = lake.table("defaults.t").withSchema("id INT").rows(RowFactory.create(1));
            assertThat(table).properties().contains("delta.enableChangeDataFeed", "true");
        } finally {
            lake.session().conf().unset(name);
        }
    }

    @Test
    void featuresOfWritersAreReadAsSparkDoes() {
        DeltaTable.create(lake.session())
                .tableName("features_of_writers")
                .addColumn("id", "INT", false)
                .addColumn(DeltaTable.columnBuilder(lake.session(), "twice")
                        .dataType("INT")
                        .generatedAlwaysAs("id * 2")
                        .comment("of id")
                        .build())
                .addColumn(DeltaTable.columnBuilder(lake.session(), "number")
                        .dataType("BIGINT")
                        .generatedAlwaysAsIdentity()
                        .build())
                .addColumn("at", "TIMESTAMP")
                .clusterBy("id")
                .property("delta.enableChangeDataFeed", "true")
                .property("delta.enableRowTracking", "true")
                .property("delta.enableInCommitTimestamps", "true")
                .property("delta.columnMapping.mode", "id")
                .property("delta.feature.allowColumnDefaults", "supported")
                .property("delta.checkpointInterval", "4")
                .execute();
        lake.sql("ALTER TABLE features_of_writers ADD CONSTRAINT positive CHECK (id > 0)");
        lake.sql("ALTER TABLE features_of_writers ALTER COLUMN at SET DEFAULT TIMESTAMP'2011-12-09 14:30:00.5'");
        lake.sql("INSERT INTO features_of_writers (id) VALUES (1), (2), (3)");
        lake.sql("DELETE FROM features_of_writers WHERE id = 2");

        assertThat(readsAsSpark("features_of_writers").rows()).hasSize(2);
        List.of(
                        "allowColumnDefaults",
                        "changeDataFeed",
                        "checkConstraints",
                        "clustering",
                        "domainMetadata",
                        "generatedColumns",
                        "identityColumns",
                        "inCommitTimestamp",
                        "rowTracking")
                .forEach(assertThat(lake.table("features_of_writers")).properties()::hasFeature);
    }

    @Test
    void featuresOfReadersAreReadAsSparkDoes() {
        lake.sql(
                "CREATE TABLE features (a INT, gone INT, at TIMESTAMP_NTZ, part STRING, day DATE, p INT) USING delta"
                        + " PARTITIONED BY (part, day, p) TBLPROPERTIES ('delta.enableDeletionVectors' = 'true',"
                        + " 'delta.columnMapping.mode' = 'name', 'delta.checkpointPolicy' = 'v2', 'delta.checkpointInterval' = '4')");
        lake.sql("INSERT INTO features SELECT /*+ COALESCE(1) */ * FROM VALUES"
                + " (1, 1, TIMESTAMP_NTZ'2011-12-09 14:30:00.123456', 'a/b c=ä', DATE'2011-12-09', 1),"
                + " (2, 2, NULL, 'a/b c=ä', DATE'2011-12-09', 1), (3, 3, NULL, NULL, NULL, NULL)");
        lake.sql("DELETE FROM features WHERE a = 2");
        lake.sql("ALTER TABLE features RENAME COLUMN a TO `renamed a`");
        lake.sql("ALTER TABLE features DROP COLUMN gone");
        lake.sql("ALTER TABLE features ADD COLUMN more MAP<STRING, STRUCT<x: DECIMAL(5,2)>>");

        assertThat(readsAsSpark("features").schema().fieldNames())
                .containsExactly("renamed a", "at", "part", "day", "p", "more");
    }

    @Test
    void clonesAndTablesOfOldDatesAreReadAsSparkDoes() {
        lake.sql("CREATE TABLE old AS SELECT DATE'1500-01-01' AS day");
        lake.sql("CREATE TABLE original AS SELECT 1 AS id");
        lake.sql("CREATE TABLE cloned SHALLOW CLONE original");
        lake.sql("CREATE VIEW shown AS SELECT 2 AS id");
        lake.sql("SELECT 3 AS id").createOrReplaceTempView("original");

        assertThat(readsAsSpark("cloned").rows()).hasSize(1);
        assertThat(lake.table("old").fewRows()).isEmpty();
        assertThat(lake.table("shown").fewRows()).isEmpty();
        assertThat(lake.table("original").fewRows()).as("a temporary view").isEmpty();
        assertThat(lake.table("original")).hasSameRowsAs(RowFactory.create(3));
        lake.session().catalog().dropTempView("original");
    }

    @Test
    void whatKernelReadsInAnotherWayIsLeftToSpark() {
        Map<String, String> tables = Map.of(
                "widening", "(id INT) USING delta TBLPROPERTIES ('delta.enableTypeWidening' = 'true')",
                "variants", "(v VARIANT) USING delta",
                "times", "(id INT, at TIMESTAMP) USING delta PARTITIONED BY (at)",
                "chars", "(c CHAR(3)) USING delta",
                "files", "(id INT) USING parquet");

        tables.forEach((table, definition) -> {
            lake.sql("CREATE TABLE %s %s".formatted(table, definition));
            assertThat(lake.table(table).fewRows()).as(table).isEmpty();
        });
    }

    private static TableRows readsAsSpark(String table) {
        TableRows rows = lake.table(table).fewRows().orElseThrow();
        ComparedTable ofKernel = ComparedTable.of("Kernel's", rows, lake.zone());
        ComparedTable ofSpark = ComparedTable.of("Spark's", lake.table(table).dataset());
        Optional<?> mismatch = TableComparator.exact().compare(ofKernel, ofSpark);
        assertThat(mismatch).isEmpty();
        assertThat(rows.schema().toDDL())
                .isEqualTo(withoutComments(lake.table(table).dataset().schema().toDDL()));
        return rows;
    }

    private static String withoutComments(String ddl) {
        return ddl.replaceAll(" COMMENT '[^']*'", "").replaceAll(" DEFAULT TIMESTAMP'[^']*'", "");
    }

    private static String engine(LakeTable table) throws IOException {
        return action(table, "commitInfo").path("engineInfo").asText();
    }

    private static JsonNode statistics(LakeTable table) throws IOException {
        return new JsonMapper().readTree(action(table, "add").path("stats").asText());
    }

    private static JsonNode without(JsonNode action, String... fields) {
        return ((ObjectNode) action).without(List.of(fields));
    }

    private static JsonNode action(LakeTable table, String kind) throws IOException {
        for (String line : Files.readAllLines(location(table).resolve("_delta_log/00000000000000000000.json"))) {
            JsonNode action = new JsonMapper().readTree(line).path(kind);

            if (action.isObject()) {
                return action;
            }
        }

        throw new AssertionError("%s has no %s".formatted(table, kind));
    }

    private static Path location(LakeTable table) {
        return Path.of(
                lake.catalog().deltaTable(table.identifier()).orElseThrow().toUri());
    }

    /** Which kinds of files there are; names of data files are random. */
    private static List<String> files(LakeTable table) throws IOException {
        try (var walked = Files.walk(location(table))) {
            return walked.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replaceAll(".*\\.parquet", "data.parquet"))
                    .sorted()
                    .toList();
        }
    }

    /** What the catalog holds but for name, place and time. */
    private static String entry(LakeTable table) {
        CatalogTable entry = lake.catalog().find(table.identifier()).orElseThrow();
        return entry.toJsonLinkedHashMap()
                .toString()
                .replace("JString(" + entry.identifier().table() + ")", "JString(NAME)")
                .replace("/" + entry.identifier().table() + ")", "/NAME)")
                .replaceAll("Created Time -> [^,]*", "");
    }
}
