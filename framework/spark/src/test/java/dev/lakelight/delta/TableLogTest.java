package dev.lakelight.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.lake.Lake;
import dev.lakelight.lake.LakeOptions;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logs as Delta writes them. */
class TableLogTest {

    @TempDir
    Path folder;

    @Test
    void readsACheckpointWhenTheFirstCommitsWereCleanedUp() throws IOException {
        ProjectFiles files = ProjectFiles.of(folder, List.of());

        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
                Lake lake = Lake.open(cluster, LakeOptions.named("log", files).below(folder.resolve("lakes")))) {
            lake.sql(
                    "CREATE TABLE a (id INT NOT NULL) USING delta TBLPROPERTIES (delta.checkpointInterval = 2, x = 'y')");
            lake.sql("INSERT INTO a VALUES (1), (2)");
            lake.sql("INSERT INTO a VALUES (3)");
            lake.sql("DELETE FROM a WHERE id = 3");
            TableLog log = lake.table("a").log().orElseThrow();
            TableState whole = log.state(3);
            Path logFolder = find("_delta_log");
            Files.delete(logFolder.resolve("%020d.json".formatted(0)));
            Files.delete(logFolder.resolve("%020d.json".formatted(1)));

            assertThat(log.state(3)).isEqualTo(whole);
            assertThat(log.state(3).definition().properties()).containsEntry("x", "y");
            assertThat(log.state(2).files()).extracting(StoredFile::rows).containsExactly(1L, 1L, 1L);
            assertThat(log.version()).hasValue(3);
            assertThat(log.commit(3).operation()).isEqualTo("DELETE");
            assertThat(log.commit(1)).isEqualTo(new LogCommit(1, 0, "", Map.of(), List.of(), List.of(), List.of()));
            assertThatThrownBy(() -> log.state(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("00000000000000000000.json is not there");
        }
    }

    /** Delta writes them by these settings: one file, several, and version 2 with sidecars, its own file as JSON or Parquet. */
    @ParameterizedTest
    @CsvSource({
        "classic, 1000000, parquet, true, 1, 0",
        "classic, 2, parquet, true, 2, 0",
        "classic, 1000000, parquet, false, 1, 0",
        "v2, 1000000, json, true, 1, 1",
        "v2, 2, parquet, true, 1, 2"
    })
    void readsEveryKindOfCheckpoint(
            String policy, String partSize, String format, String statistics, int leastFiles, int leastSidecars)
            throws IOException {
        Map<String, String> settings = Map.of(
                "spark.databricks.delta.checkpoint.partSize", partSize,
                "spark.databricks.delta.checkpointV2.topLevelFileFormat", format);

        try (Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
                Lake lake = Lake.open(
                        cluster,
                        LakeOptions.named("checkpoint", ProjectFiles.of(folder, List.of()))
                                .below(folder.resolve("lakes"))
                                .withSettings(settings))) {
            lake.sql(
                    "CREATE TABLE a USING delta TBLPROPERTIES (delta.checkpointInterval = 2, delta.checkpointPolicy = '"
                            + policy
                            + "', delta.checkpoint.writeStatsAsStruct = true, delta.checkpoint.writeStatsAsJson = "
                            + statistics
                            + ", delta.enableDeletionVectors = true, quality = 'raw')"
                            + " AS SELECT /*+ REPARTITION(4) */ id FROM range(100)");
            lake.sql("DELETE FROM a WHERE id = 7");
            lake.sql("ALTER TABLE a ADD CONSTRAINT sized CHECK (id < 1000)");
            TableLog log = lake.table("a").log().orElseThrow();
            TableState whole = log.state(2);
            Path logFolder = find("_delta_log");
            assertThat(checkpointFiles(logFolder)).hasSizeGreaterThanOrEqualTo(leastFiles);

            for (long version = 0; version < 2; version++) {
                Files.delete(logFolder.resolve("%020d.json".formatted(version)));
            }

            TableState read = log.state(2);
            assertThat(read.definition()).isEqualTo(whole.definition());
            assertThat(read.definition().properties()).containsEntry("quality", "raw");
            assertThat(read.definition().constraints()).containsOnlyKeys("sized");
            assertThat(read.files())
                    .hasSize(4)
                    .containsExactlyInAnyOrderElementsOf(whole.files())
                    .allMatch(StoredFile::hasStatistics)
                    .anyMatch(StoredFile::hasDeletionVector);
            assertThat(
                            Files.exists(logFolder.resolve("_sidecars"))
                                    ? listed(logFolder.resolve("_sidecars"))
                                    : List.of())
                    .hasSizeGreaterThanOrEqualTo(leastSidecars);
            List<Path> parts = checkpointFiles(logFolder);
            Files.delete(parts.get(0));
            assertThatThrownBy(() -> log.state(2))
                    .as("a checkpoint of which a part is lost is none")
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static List<Path> checkpointFiles(Path folder) throws IOException {
        return listed(folder).stream()
                .filter(file -> file.getFileName().toString().matches("\\d{20}\\.checkpoint\\..*"))
                .toList();
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private Path find(String name) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
