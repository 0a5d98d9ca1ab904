package dev.lakelight.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import dev.lakelight.project.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Delta publishes tables that other writers have made, for trying readers. Each must be the same in a fork: its rows, or the error
 * that Delta has when it is asked for them.
 */
@EnabledIfSystemProperty(
        named = "golden.folder",
        matches = ".+",
        disabledReason = "Set -Dgolden.folder to the folder 'golden' of Delta's sources, in connectors/golden-tables.")
class GoldenTablesTest {

    private static final Path GOLDEN = Path.of(System.getProperty("golden.folder", "."));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> eachIsTheSameInAFork() throws IOException {
        ProjectFiles files = ProjectFiles.of(folder, List.of());
        Fixture golden = Fixture.of("golden tables", lake -> lake.putFiles("/mnt/golden", GOLDEN.toString()))
                .dependsOn(GOLDEN);
        Cluster cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        Lake fork = Lake.open(cluster, LakeOptions.named("golden", files).from(golden));
        return tables().stream()
                .map(table -> DynamicTest.dynamicTest(table.toString(), () -> assertSame(table, fork)))
                .onClose(() -> {
                    fork.close();
                    cluster.close();
                });
    }

    private static void assertSame(Path table, Lake fork) {
        String original = text(fork, GOLDEN.resolve(table).toUri().toString());
        String forked = text(fork, "/mnt/golden/" + table.toString().replace('\\', '/'));

        assertThat(forked).isEqualTo(original);
        assumeThat(original).as("Delta cannot read it").startsWith("root");
    }

    /** Return the schema and the rows, sorted, or the class of Delta's error. */
    private static String text(Lake lake, String path) {
        try {
            Dataset<Row> rows = lake.session().read().format("delta").load(path);
            return rows.schema().treeString()
                    + String.join(
                            "\n",
                            rows.toJSON().collectAsList().stream().sorted().toList());
        } catch (Exception e) {
            // Spark throws its checked exceptions without declaring them.
            return e.getClass().getName();
        }
    }

    private static List<Path> tables() throws IOException {
        try (Stream<Path> walked = Files.walk(GOLDEN)) {
            return walked.filter(each -> each.endsWith("_delta_log"))
                    .map(log -> GOLDEN.relativize(log.getParent()))
                    .sorted()
                    .toList();
        }
    }
}
