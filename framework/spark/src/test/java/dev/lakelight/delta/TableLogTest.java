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

    private Path find(String name) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
