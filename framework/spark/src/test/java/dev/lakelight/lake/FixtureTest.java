package dev.lakelight.lake;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static dev.lakelight.assertion.LakelightAssertions.assertThatThrownBy;

import dev.lakelight.cluster.AcquiredCluster;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Forks of one fixture, which has a table of each kind. */
class FixtureTest {

    private static final CountDownLatch STARTED = new CountDownLatch(1);
    private static final CountDownLatch LATE = new CountDownLatch(1);

    /** Each of them has the rows (1, 'a') and (3, 'c'), as columns id and name. */
    private static final Map<String, String> TABLES = new TreeMap<>(Map.of(
            "kind.plain", "",
            "kind.partitioned", "PARTITIONED BY (name)",
            "kind.vectors", "TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')",
            "kind.feed", "TBLPROPERTIES ('delta.enableChangeDataFeed' = 'true')",
            "kind.mapped", "TBLPROPERTIES ('delta.columnMapping.mode' = 'name')",
            "kind.clustered", "CLUSTER BY (id)",
            "kind.checkpoints", "TBLPROPERTIES ('delta.checkpointInterval' = '1')",
            "kind.v2checkpoints", "TBLPROPERTIES ('delta.checkpointPolicy' = 'v2', 'delta.checkpointInterval' = '1')",
            "kind.compacted", "",
            "kind.external", "LOCATION '/mnt/external'"));

    static {
        TABLES.put("main.sales.orders", "");
        TABLES.put("kind.parts", "TBLPROPERTIES ('delta.checkpointInterval' = '1')");
    }

    /** Those that get a second commit, which deletes the row (2, 'b'): where one commit tells as much, one has to do. */
    private static final Set<String> CHANGED = Set.of(
            "kind.plain",
            "kind.vectors",
            "kind.feed",
            "kind.checkpoints",
            "kind.v2checkpoints",
            "kind.compacted",
            "kind.parts");

    private static final Fixture SMALL = Fixture.of("small", lake -> lake.sql("CREATE TABLE orders AS SELECT 1 AS id"));

    private static final Fixture KINDS = Fixture.of("kinds of tables", FixtureTest::fill);

    @TempDir
    static Path folder;

    @RegisterExtension
    static final AcquiredCluster CLUSTER = new AcquiredCluster();

    private Lake lake;

    @AfterEach
    void close() {
        if (lake != null) {
            lake.close();
        }
    }

    private static Lake open(String name, Fixture fixture) {
        return Lake.open(
                CLUSTER.get(),
                LakeOptions.named(name, ProjectFiles.of(folder, List.of()))
                        .below(folder.resolve("lakes of tests"))
                        .from(fixture));
    }

    private static void fill(Lake lake) {
        lake.createSchema("kind");
        lake.createSchema("main.sales");
        DeltaTable.create(lake.session())
                .tableName("kind.generated")
                .addColumn("id", "INT")
                .addColumn(DeltaTable.columnBuilder(lake.session(), "twice")
                        .dataType("INT")
                        .generatedAlwaysAs("id * 2")
                        .build())
                .addColumn(DeltaTable.columnBuilder(lake.session(), "number")
                        .dataType("BIGINT")
                        .generatedAlwaysAsIdentity()
                        .build())
                .execute();
        lake.sql("INSERT INTO kind.generated (id) VALUES (1)");
        lake.sql("CREATE TABLE delta.`/mnt/by path` (id INT) USING delta");
        lake.sql("CREATE TABLE kind.parquet (id INT, p INT) USING parquet PARTITIONED BY (p)");
        lake.sql("INSERT INTO kind.parquet VALUES (1, 1), (2, 2)");
        TABLES.forEach(
                (table, options) -> lake.sql(("CREATE TABLE %s USING delta %s AS SELECT /*+ COALESCE(1) */ * FROM"
                                + " VALUES (1, 'a'), %s(3, 'c') AS (id, name)")
                        .formatted(table, options, CHANGED.contains(table) ? "(2, 'b'), " : "")));
        CHANGED.forEach(table -> {
            String actionsInAPart = table.equals("kind.parts") ? "1" : "1000000";
            lake.session().conf().set("spark.databricks.delta.checkpoint.partSize", actionsInAPart);
            lake.sql("DELETE FROM %s WHERE id = 2".formatted(table));
        });
        lake.session().conf().unset("spark.databricks.delta.checkpoint.partSize");
        compact(lake.directory().resolve("warehouse/kind.db/compacted/_delta_log"));
        lake.sql("CREATE TABLE kind.cloned SHALLOW CLONE kind.plain");
        cleanUp(lake);
        lake.sql("ALTER TABLE kind.mapped RENAME COLUMN name TO `full name`");
        lake.sql("CREATE VIEW kind.view AS SELECT id FROM kind.plain");
        lake.sql("CREATE FUNCTION kind.twice(x INT) RETURNS INT RETURN x * 2");
        write(lake.files().resolve("landing/in.csv"), "id\n1\n");
    }

    /** As Delta does: the actions of several commits, reconciled. */
    private static void compact(Path log) {
        try {
            List<String> actions = Stream.concat(
                            Files.readAllLines(log.resolve("00000000000000000000.json")).stream()
                                    .filter(line -> line.startsWith("{\"protocol") || line.startsWith("{\"metaData")),
                            Files.readAllLines(log.resolve("00000000000000000001.json")).stream()
                                    .filter(line -> !line.startsWith("{\"commitInfo")))
                    .toList();
            Files.write(log.resolve("00000000000000000000.00000000000000000001.compacted.json"), actions);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A clone whose first commit is gone: a checkpoint alone tells where its files are. */
    private static void cleanUp(Lake lake) {
        lake.sql("CREATE TABLE kind.cleaned SHALLOW CLONE kind.plain TBLPROPERTIES ('delta.checkpointInterval' = '1')");
        lake.sql("ALTER TABLE kind.cleaned SET TBLPROPERTIES ('quality' = 'raw')");
        Path log = lake.directory().resolve("warehouse/kind.db/cleaned/_delta_log");

        try {
            assertThat(log.resolve("00000000000000000001.checkpoint.parquet")).exists();
            Files.delete(log.resolve("00000000000000000000.json"));
            Files.deleteIfExists(log.resolve("00000000000000000000.crc"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aForkHoldsWhatTheFixtureHolds() {
        lake = open("fork", KINDS);
        assertIsAsBuilt();
        assertThat(lake.tables())
                .containsExactly(Stream.concat(
                                TABLES.keySet().stream(),
                                Stream.of("kind.cleaned", "kind.cloned", "kind.generated", "kind.parquet", "kind.view"))
                        .sorted()
                        .toArray(String[]::new));
        assertThat(rows("SELECT * FROM kind.plain VERSION AS OF 0 WHERE id = 2"))
                .containsExactly("[2,b]");
        assertThat(rows("SELECT id FROM table_changes('kind.feed', 1)")).containsExactly("[2]");
        assertThat(lake.table("kind.plain").commits()).isEmpty();
    }

    /** One query reads all of them: each needs Spark to look into the table's log. */
    private void assertIsAsBuilt() {
        List<String> queries = new ArrayList<>();
        List<String> expected = new ArrayList<>();

        for (String table : Stream.concat(TABLES.keySet().stream(), Stream.of("kind.cloned", "kind.cleaned"))
                .toList()) {
            queries.add("SELECT '%1$s' AS t, * FROM %1$s".formatted(table));
            expected.addAll(List.of("[%s,1,a]".formatted(table), "[%s,3,c]".formatted(table)));
        }

        queries.addAll(List.of(
                "SELECT 'generated', number, string(twice) FROM kind.generated",
                "SELECT 'mapped', id, `full name` FROM kind.mapped WHERE id = 1",
                "SELECT 'by path', id, '' FROM delta.`/mnt/by path`",
                "SELECT 'parquet', id, string(p) FROM kind.parquet WHERE p = 2",
                "SELECT 'view', id, string(kind.twice(id)) FROM kind.view",
                "SELECT DISTINCT 'place', 0, string(_metadata.file_path LIKE '%%%s/%%') FROM kind.cleaned"
                        .formatted(lake.directory().getFileName())));
        expected.addAll(List.of(
                "[generated,1,2]", "[mapped,1,a]", "[parquet,2,2]", "[view,1,2]", "[view,3,6]", "[place,0,true]"));
        assertThat(rows(String.join(" UNION ALL ", queries))).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(lake.files().resolve("landing/in.csv")).hasContent("id\n1\n");
        assertThat(lake.changes()).isEmpty();
    }

    @Test
    void whatATestDoesChangesNoByteOfTheFixtureAndIsRolledBack() throws Exception {
        lake = open("fork", KINDS);
        Map<String, String> before = digests();
        lake.session().conf().set("spark.databricks.delta.retentionDurationCheck.enabled", "false");
        lake.sql("SELECT * FROM kind.plain").createOrReplaceTempView("temporary");

        lake.sql("DELETE FROM kind.plain WHERE id = 1");
        lake.sql("VACUUM kind.plain RETAIN 0 HOURS");
        lake.sql("UPDATE kind.vectors SET name = 'z' WHERE id = 1");
        lake.sql("MERGE INTO kind.feed t USING kind.mapped s ON t.id = s.id WHEN MATCHED THEN DELETE");
        lake.sql("INSERT INTO kind.clustered VALUES (4, 'd')");
        lake.sql("OPTIMIZE kind.clustered");
        lake.sql("INSERT OVERWRITE kind.partitioned VALUES (9, 'i')");
        lake.sql("INSERT INTO kind.checkpoints VALUES (4, 'd')");
        lake.sql("INSERT INTO kind.cloned VALUES (4, 'd')");
        lake.sql("INSERT INTO kind.compacted VALUES (4, 'd')");
        lake.sql("DELETE FROM kind.parts");
        lake.sql("INSERT INTO kind.generated (id) VALUES (7)");
        lake.sql("DROP TABLE kind.v2checkpoints");
        lake.sql("CREATE OR REPLACE TABLE main.sales.orders AS SELECT 1 AS other");
        lake.sql("INSERT INTO delta.`/mnt/by path` VALUES (1)");
        lake.sql("INSERT OVERWRITE kind.parquet VALUES (7, 7)");
        lake.sql("DROP FUNCTION kind.twice");
        lake.sql("CREATE OR REPLACE VIEW kind.view AS SELECT 5 AS id");
        lake.sql("CREATE TABLE made.anew AS SELECT 1 AS id".replace("made.anew", "kind.anew"));
        lake.sql("CREATE CATALOG other");
        lake.sql("USE main.sales");
        overwrite("/mnt/external/_delta_log/00000000000000000000.json");
        write(lake.files().resolve("landing/in.csv"), "overwritten");

        assertThat(digests()).isEqualTo(before);
        assertThat(lake.changes())
                .extracting(TableChange::toString)
                .containsExactly(
                        "delta.`/mnt/by path` changed: version 1, was 0",
                        "kind.anew was created: version 0",
                        "kind.checkpoints changed: version 2, was 1",
                        "kind.cloned changed: version 1, was 0",
                        "kind.clustered changed: version 2, was 0",
                        "kind.compacted changed: version 2, was 1",
                        "kind.external was dropped and made anew: version 0",
                        "kind.feed changed: version 2, was 1",
                        "kind.generated changed: version 2, was 1",
                        "kind.parquet changed",
                        "kind.partitioned changed: version 1, was 0",
                        "kind.parts changed: version 2, was 1",
                        "kind.plain changed: version 4, was 1",
                        "kind.v2checkpoints was dropped",
                        "kind.vectors changed: version 2, was 1",
                        "kind.view changed",
                        "main.sales.orders changed: version 1, was 0");

        lake.rollBack();

        assertIsAsBuilt();
        assertThat(digests()).isEqualTo(before);
        assertThat(lake.table("temporary").exists()).isFalse();
        assertThat(lake.table("kind.anew").exists()).isFalse();
        assertThat(rows("SHOW CATALOGS")).doesNotContain("[other]");
        assertThat(lake.session().conf().contains("spark.databricks.delta.retentionDurationCheck.enabled"))
                .isFalse();
        lake.sql("INSERT INTO kind.generated (id) VALUES (8)");
        assertThat(lake.table("kind.generated").commits())
                .singleElement()
                .satisfies(commit -> assertThat(commit.version()).isEqualTo(2));
        assertThat(rows("SELECT number FROM kind.generated WHERE id = 8"))
                .as("identities go on from where the fixture ended")
                .containsExactly("[2]");
    }

    @Test
    void theStartCanBeMovedToWhatIsThere() {
        lake = open("fork", SMALL);
        lake.sql("INSERT INTO orders VALUES (2)");
        lake.markStart();

        assertThat(lake.changes()).isEmpty();

        lake.sql("DROP TABLE orders");
        lake.sql("CREATE TABLE more AS SELECT 1 AS id");
        lake.rollBack();

        assertThat(rows("SELECT * FROM orders ORDER BY id")).containsExactly("[1]", "[2]");
        assertThat(lake.table("more").exists()).isFalse();
        assertThat(lake.changes()).isEmpty();
    }

    @Test
    void closingTellsOfAFileThatWasWrittenInPlace() throws Exception {
        lake = open("fork", SMALL);
        Path data = dataFile(lake.directory().resolve("warehouse/orders"));
        data.toFile().setWritable(true);
        Files.writeString(data, "more", StandardOpenOption.APPEND);

        assertThatThrownBy(lake::close)
                .isInstanceOf(UserError.class)
                .hasMessageMatching(
                        "While the lake 'fork' was open, a file of its fixture was written in place: .*parquet\\."
                                + " Files of Delta tables are links to those of the fixture, which other tests share\\. Write"
                                + " through Spark, or delete the file and make a new one\\. The fixture will be built anew\\.");
    }

    @Test
    void lateTasksOfACancelledJobDoNotTouchTheNextFork() throws Exception {
        Lake first = open("same name", SMALL);
        String table = first.directory().resolve("warehouse/orders").toString();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> job = thread.submit(
                () -> JavaSparkContext.fromSparkContext(first.session().sparkContext())
                        .parallelize(List.of(table), 1)
                        .foreach(FixtureTest::writeLate));
        STARTED.await(1, TimeUnit.MINUTES);
        first.close();

        try (Lake second = open("same name", SMALL)) {
            LATE.countDown();
            job.get(1, TimeUnit.MINUTES);

            assertThat(Path.of(table, "late.parquet")).exists();
            assertThat(second.directory()).isDirectoryNotContaining("glob:**late.parquet");
            assertThat(second.changes()).isEmpty();
        } finally {
            thread.shutdownNow();
        }
    }

    private static void writeLate(String table) throws Exception {
        STARTED.countDown();
        LATE.await(1, TimeUnit.MINUTES);
        write(Path.of(table, "late.parquet"), "late");
    }

    /** As Hadoop does for {@code dbutils.fs.put}: it would write into the file that is there. */
    private void overwrite(String path) throws IOException {
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(path);
        FileSystem files = file.getFileSystem(lake.catalog().hadoopConfiguration());

        try (OutputStream out = files.create(file, true)) {
            out.write("{}".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path dataFile(Path table) throws IOException {
        try (Stream<Path> files = Files.list(table)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, String> digests() throws Exception {
        Path fixtures = folder.resolve("fixtures");
        Map<String, String> digests = new TreeMap<>();

        try (Stream<Path> files = Files.walk(fixtures)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                digests.put(fixtures.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }

        return digests;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> rows(String query) {
        return Arrays.stream((Row[]) lake.sql(query).collect())
                .map(Row::toString)
                .collect(Collectors.toList());
    }
}
