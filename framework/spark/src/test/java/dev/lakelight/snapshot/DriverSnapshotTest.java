package dev.lakelight.snapshot;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lakelight.lake.Lake;
import dev.lakelight.problem.UserError;
import dev.lakelight.runtime.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaLog$;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.SnapshotState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

class DriverSnapshotTest {

    private static final Map<String, String> BY_JOBS = Map.of(SnapshotStrategy.MAX_BYTES, "0");

    @RegisterExtension
    static final TestLake LAKE = new TestLake();

    static List<Arguments> tables() {
        return List.of(
                Arguments.of("empty", List.of("CREATE TABLE s.empty (id BIGINT)")),
                Arguments.of(
                        "partitions with odd names",
                        List.of(
                                "CREATE TABLE s.odd (id BIGINT, day STRING) PARTITIONED BY (day)",
                                "INSERT INTO s.odd VALUES (1, 'a b/c=d%'), (2, NULL), (3, 'ü')",
                                "UPDATE s.odd SET id = 4 WHERE id = 1",
                                "DELETE FROM s.odd WHERE id = 2")),
                Arguments.of(
                        "deletion vectors",
                        List.of(
                                "CREATE TABLE s.vectors TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')"
                                        + " AS SELECT id FROM range(100)",
                                "DELETE FROM s.vectors WHERE id % 7 = 0",
                                "DELETE FROM s.vectors WHERE id = 1")),
                Arguments.of(
                        "column mapping, change feed, constraint, clustering",
                        List.of(
                                "CREATE TABLE s.mapped (id BIGINT, name STRING) CLUSTER BY (id) TBLPROPERTIES"
                                        + " ('delta.columnMapping.mode' = 'name', 'delta.enableChangeDataFeed' = 'true')",
                                "INSERT INTO s.mapped VALUES (1, 'a'), (2, 'b')",
                                "ALTER TABLE s.mapped ADD CONSTRAINT positive CHECK (id > 0)",
                                "ALTER TABLE s.mapped RENAME COLUMN name TO label",
                                "MERGE INTO s.mapped t USING (SELECT 2L AS id, 'c' AS label) n ON t.id = n.id"
                                        + " WHEN MATCHED THEN UPDATE SET * WHEN NOT MATCHED THEN INSERT *")),
                Arguments.of("checkpoint and commits behind it", checkpointed("s.long", "")),
                Arguments.of(
                        "checkpoint with statistics as a struct",
                        checkpointed(
                                "s.parsed",
                                "'delta.checkpoint.writeStatsAsStruct' = 'true',"
                                        + " 'delta.checkpoint.writeStatsAsJson' = 'false',")),
                Arguments.of(
                        "second version of checkpoints", checkpointed("s.second", "'delta.checkpointPolicy' = 'v2',")));
    }

    private static List<String> checkpointed(String table, String properties) {
        List<String> statements = new ArrayList<>(
                List.of("CREATE TABLE %s (id BIGINT, at TIMESTAMP) TBLPROPERTIES (%s 'delta.checkpointInterval' = '2')"
                        .formatted(table, properties)));

        for (int i = 0; i < 2; i++) {
            statements.add("INSERT INTO %s VALUES (%d, TIMESTAMP'2024-01-0%d 10:00:00')".formatted(table, i, i + 1));
        }

        statements.add("DELETE FROM %s WHERE id = 1".formatted(table));
        return statements;
    }

    @AfterEach
    void forgetSession() {
        SparkSession.clearActiveSession();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void computesWhatDeltaComputesByJobs(String name, List<String> statements) {
        Lake lake = LAKE.lake();
        lake.createSchema("s");
        statements.forEach(lake::sql);
        String table = statements.get(0).split("[ (]")[2];
        Path folder = folder("s", table.substring(2));

        try (Lake other = LAKE.open("by jobs", BY_JOBS)) {
            assertThat(state(lake.session(), folder)).isEqualTo(state(other.session(), folder));
        }
    }

    private static Path folder(String schema, String table) {
        return LAKE.lake()
                .directory()
                .resolve("warehouse")
                .resolve(schema + ".db")
                .resolve(table);
    }

    /** Everything that a state holds, as text. */
    private static List<String> state(SparkSession session, Path folder) {
        Snapshot snapshot = snapshot(session, folder);
        SnapshotState state = snapshot.computedState();
        List<String> parts = new ArrayList<>(sorted(json(snapshot.stateDF())));
        parts.addAll(sorted(json(snapshot.allFiles())));
        parts.addAll(sorted(CollectionConverters.asJava(state.setTransactions())));
        parts.addAll(sorted(CollectionConverters.asJava(state.domainMetadata())));
        parts.add("%d bytes, %d files, %d removed, %s, %s, %s, %s, %s"
                .formatted(
                        state.sizeInBytes(),
                        state.numOfFiles(),
                        state.numOfRemoves(),
                        state.numDeletedRecordsOpt(),
                        state.numDeletionVectorsOpt(),
                        state.metadata(),
                        state.protocol(),
                        state.fileSizeHistogram().map(sizes -> Arrays.toString(sizes.fileCounts()))));
        return parts;
    }

    /** As {@code toJSON}, which would make an object of each row first, by code that takes seconds to compile. */
    private static List<String> json(Dataset<?> rows) {
        return rows.toDF()
                .select(to_json(struct(col("*"))))
                .as(Encoders.STRING())
                .collectAsList();
    }

    private static List<String> sorted(List<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }

    /** Delta's logs are kept for all sessions: without clearing it, the second one would see the state of the first. */
    private static Snapshot snapshot(SparkSession session, Path folder) {
        DeltaLog.clearCache();
        SparkSession.setActiveSession(session);
        DeltaLog log = DeltaLog$.MODULE$.forTable(session, folder.toString());
        return log.update(false, Option.empty(), Option.empty());
    }

    @Test
    void runsNoJobForTheState() throws TimeoutException {
        LAKE.table("quiet.t").withSchema("id INT").rows(RowFactory.create(1));
        LAKE.sql("INSERT INTO quiet.t VALUES (2)");
        Path folder = folder("quiet", "t");

        assertThat(jobsOf(LAKE.session(), folder)).isZero();

        try (Lake other = LAKE.open("by jobs", BY_JOBS)) {
            assertThat(jobsOf(other.session(), folder)).isPositive();
        }
    }

    @Test
    void leavesLogsOfMoreBytesToDelta() throws TimeoutException {
        LAKE.table("large.t").withSchema("id INT").rows(RowFactory.create(1));
        Path folder = folder("large", "t");

        try (Lake small = LAKE.open("small", Map.of(SnapshotStrategy.MAX_BYTES, "100b"))) {
            assertThat(jobsOf(small.session(), folder)).isPositive();
        }
    }

    @Test
    void refusesASizeThatIsNone() {
        LAKE.table("refused.t").withSchema("id INT").rows(RowFactory.create(1));
        Path folder = folder("refused", "t");

        for (String size : List.of("many", "1.5m", "")) {
            try (Lake wrong = LAKE.open("wrong", Map.of(SnapshotStrategy.MAX_BYTES, size))) {
                assertThatThrownBy(() ->
                                snapshot(wrong.session(), folder).allFiles().collectAsList())
                        .isInstanceOf(UserError.class)
                        .hasMessage(
                                "spark.lakelight.snapshot.maxBytes is '%s', which is no size. Write one such as 4m,"
                                        + " or 0 to leave the state of all tables to Delta's jobs.",
                                size);
            }
        }
    }

    @Test
    void checksumFilesDoNotListTheFilesOfTheTable() throws IOException {
        LAKE.sql("CREATE SCHEMA sums");
        LAKE.sql("CREATE TABLE sums.t AS SELECT 1 AS id");
        LAKE.sql("INSERT INTO sums.t VALUES (2)");
        Path log = folder("sums", "t").resolve("_delta_log");

        assertThat(Files.readString(log.resolve("00000000000000000001.crc")))
                .contains("\"numFiles\":2")
                .doesNotContain("allFiles");
    }

    /** The checkpoint has several parts, of which the last one is damaged behind its first bytes. */
    @Test
    void failsAsDeltaDoesWhereALogBreaksOff() throws IOException {
        LAKE.lake().createSchema("broken");
        LAKE.session().conf().set("spark.databricks.delta.checkpoint.partSize", "2");
        LAKE.sql(
                "CREATE TABLE broken.t TBLPROPERTIES ('delta.checkpointInterval' = '1') AS SELECT id FROM range(0, 3, 1, 3)");
        LAKE.sql("ALTER TABLE broken.t SET TBLPROPERTIES ('a' = 'b')");
        Path folder = folder("broken", "t");
        Path log = folder.resolve("_delta_log");
        Files.delete(log.resolve("00000000000000000000.json"));
        Path last = lastPart(log);
        byte[] bytes = Files.readAllBytes(last);
        List<String> whole = state(LAKE.session(), folder);

        byte[] damaged = bytes.clone();
        Arrays.fill(damaged, 4, bytes.length / 2, (byte) 0x55);
        Files.write(last, damaged);

        try (Lake other = LAKE.open("by jobs", BY_JOBS)) {
            Throwable wanted = catchThrowable(() -> state(other.session(), folder));

            assertThat(wanted).isNotNull();
            assertThatThrownBy(() -> state(LAKE.session(), folder))
                    .hasSameClassAs(wanted)
                    .hasRootCauseInstanceOf(rootCause(wanted).getClass());
        }

        Files.write(last, bytes);
        assertThat(state(LAKE.session(), folder)).isEqualTo(whole);
    }

    private static Path lastPart(Path log) throws IOException {
        try (Stream<Path> files = Files.list(log)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("0*1\\.checkpoint\\.0*(\\d+)\\.0*\\1\\.parquet"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Throwable rootCause(Throwable error) {
        return error.getCause() == null ? error : rootCause(error.getCause());
    }

    /** Counts jobs by a tag: other tests run in the same cluster. */
    private static int jobsOf(SparkSession session, Path folder) throws TimeoutException {
        String tag = "state-of-" + folder.getFileName() + "-" + System.identityHashCode(session);
        List<Integer> jobs = new ArrayList<>();
        SparkListener listener = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart start) {
                if (start.properties().getProperty("spark.job.tags", "").contains(tag)) {
                    jobs.add(start.jobId());
                }
            }
        };
        session.sparkContext().addSparkListener(listener);
        session.sparkContext().addJobTag(tag);

        try {
            Snapshot snapshot = snapshot(session, folder);
            assertThat(snapshot.computedState().numOfFiles())
                    .isEqualTo(snapshot.allFiles().collectAsList().size());
            session.sparkContext().listenerBus().waitUntilEmpty();
            return jobs.size();
        } finally {
            session.sparkContext().removeJobTag(tag);
            session.sparkContext().removeSparkListener(listener);
        }
    }
}
