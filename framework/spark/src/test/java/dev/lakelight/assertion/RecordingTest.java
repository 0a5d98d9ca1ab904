package dev.lakelight.assertion;

import static dev.lakelight.assertion.LakelightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that is told to record, and one that is not. */
class RecordingTest {

    private static Cluster cluster;
    private static Lake recording;
    private static Lake lake;

    @TempDir
    static Path folder;

    @BeforeAll
    static void openLakes() {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        LakeOptions options = LakeOptions.named("recording", ProjectFiles.of(folder, List.of()))
                .below(folder.resolve("lakes"));
        lake = Lake.open(cluster, options);
        recording = Lake.open(cluster, options.withSettings(Map.of("spark.lakelight.record", "true")));
    }

    @AfterAll
    static void closeLakes() {
        recording.close();
        lake.close();
        cluster.close();
    }

    @AfterEach
    void forget() {
        try {
            RecordedFiles.failIfAny(recording);
        } catch (AssertionError recorded) {
            assertThat(recorded).hasMessageStartingWith("Recorded, not tested: ");
        }
    }

    @Test
    void writesRowsInAnOrderThatStays() throws IOException {
        write("orders.csv", "");
        Dataset<Row> orders =
                recording.sql("VALUES (2, 'b', 1.50), (1, 'z', NULL), (1, '', 3.00) AS t(id, name, amount)");

        assertThat(orders).hasSameRowsAs("orders.csv");

        assertThat(read("orders.csv")).isEqualTo("id,name,amount\n1,\"\",3.00\n1,z,\n2,b,1.50\n");
        assertThat(orders.repartition(3)).hasSameRowsAs("orders.csv");
        assertThatThrownBy(() -> RecordedFiles.failIfAny(recording))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Recorded, not tested: orders.csv."
                        + " Review and commit what was recorded, then run again without lakelight.record.");
    }

    @Test
    void writesEveryTypeAsItIsRead() throws IOException {
        String query =
                "SELECT 1 AS i, 9223372036854775807L AS l, 1.5E300D AS d, double('NaN') AS n, 0.10BD AS x, true AS b,"
                        + " 'a \"b\", c' AS s, X'1F8B' AS y, DATE'2026-01-01' AS day, TIMESTAMP'2026-01-01 12:30:00.5' AS at,"
                        + " TIMESTAMP_NTZ'2026-01-01 12:30:00' AS local, array(1, NULL) AS a, map('k', 1.25D) AS m,"
                        + " named_struct('f', DATE'2026-01-02', 'g', array('x')) AS st, CAST(NULL AS STRING) AS none";

        for (String file : List.of("types.csv", "types.jsonl")) {
            write(file, "");
            assertThat(recording.sql(query)).hasSameRowsAs(file);
            assertThat(lake.sql(query)).hasSameRowsAs(file);
        }

        assertThat(read("types.csv").lines().count()).isEqualTo(2);
    }

    @Test
    void leavesAFileAloneThatSaysTheSame() throws IOException {
        write("same.csv", "id:INT\n2\n1\n");

        assertThat(recording.sql("VALUES 1, 2 AS t(id)")).hasSameRowsAs("same.csv");

        assertThat(read("same.csv")).isEqualTo("id:INT\n2\n1\n");
        RecordedFiles.failIfAny(recording);
    }

    @Test
    void keepsThePlaceholdersThatStillMatch() throws IOException {
        write("placeholders.csv", "at,gone,name,id\n<any>,1,<regex A.*>,1\n<any>,2,b,2\n<any>,3,<not null>,3\n");
        Dataset<Row> orders = recording.sql(
                "VALUES (1, 'Ada', TIMESTAMP'2026-01-01 00:00:00'), (2, 'Bob', NULL), (3, NULL, NULL), (4, '<any>', NULL)"
                        + " AS t(id, name, at)");

        assertThat(orders)
                .withKey("id")
                .comparing(rows -> rows.withPlaceholders())
                .hasSameRowsAs("placeholders.csv");

        assertThat(read("placeholders.csv"))
                .isEqualTo("at,name,id\n<any>,<regex A.*>,1\n<any>,Bob,2\n<any>,,3\n<any>,<text <any>>,4\n");
    }

    @Test
    void keepsThePlaceholdersOfRowsThatMatchWithoutAKey() throws IOException {
        write("by-content.jsonl", "{\"id\":1,\"name\":\"<regex A.*>\"}\n{\"id\":2,\"name\":\"b\"}\n");

        assertThat(recording.sql("VALUES (2, 'c'), (1, 'Ada') AS t(id, name)"))
                .comparing(rows -> rows.withPlaceholders())
                .hasSameRowsAs("by-content.jsonl");

        assertThat(read("by-content.jsonl"))
                .isEqualTo("{\"id\":1,\"name\":\"<regex A.*>\"}\n{\"id\":2,\"name\":\"c\"}\n");
    }

    @Test
    void keepsTheFormOfAFile() throws IOException {
        write("typed.csv", "name:STRING,id:INT\nz,9\n");
        write("array.json", "[{\"id\": 9}]");
        write("part.csv", "name\nz\n");
        Dataset<Row> orders = recording.sql("VALUES (1, 'a') AS t(id, name)");

        assertThat(orders).hasSameRowsAs("typed.csv");
        assertThat(orders).hasSameRowsAs("array.json");
        assertThat(orders).comparing(rows -> rows.partial()).hasSameRowsAs("part.csv");

        assertThat(read("typed.csv")).isEqualTo("name:STRING,id:INT\na,1\n");
        assertThat(read("array.json")).isEqualTo("[\n  {\"id\":1,\"name\":\"a\"}\n]\n");
        assertThat(read("part.csv"))
                .as("columns that were not expected stay so")
                .isEqualTo("name\na\n");
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".unfinished"));
    }

    @Test
    void keepsTheOrderWhenItCounts() throws IOException {
        write("ordered.csv", "");

        assertThat(recording.sql("VALUES 2, 1, 3 AS t(id) ORDER BY id DESC"))
                .inOrder()
                .hasSameRowsAs("ordered.csv");

        assertThat(read("ordered.csv")).isEqualTo("id\n3\n2\n1\n");
    }

    @Test
    void refusesWhatCannotBeWritten() throws IOException {
        write("packed.csv.gz", "");
        write("interval.csv", "");

        assertThatThrownBy(() -> assertThat(recording.sql("SELECT 1 AS id")).hasSameRowsAs("packed.csv.gz"))
                .isInstanceOf(UserError.class)
                .hasMessage("packed.csv.gz cannot be written. Accepted are .csv, .json, .jsonl and .ndjson.");
        assertThatThrownBy(() ->
                        assertThat(recording.sql("SELECT INTERVAL 1 DAY AS d")).hasSameRowsAs("interval.csv"))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("interval.csv was recorded, but does not say what the table holds."
                        + " Expect other columns or another schema. ");
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }
}
