package dev.lakelight.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.cluster.Cluster;
import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.cluster.Clusters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs the SQL and Scala notebooks of a folder that nobody here wrote, such as a clone of a public repository: each in a lake of
 * its own, all cells whether others failed or not. What became of them is written to {@code target/foreign-notebooks}.
 *
 * <ul>
 *   <li>{@code -Dnotebooks.folder=...}: where they are. Files without the header count when they have marks of cells, or are SQL.
 *   <li>{@code -Dnotebooks.files=...}: what is at the root of DBFS; its folders are found without scheme, too, and so is {@code /tmp}.
 *   <li>{@code -Dnotebooks.seconds=60}: how long a cell may run.
 * </ul>
 */
@EnabledIfSystemProperty(
        named = "notebooks.folder",
        matches = ".+",
        disabledReason = "-Dnotebooks.folder=... names a folder whose notebooks are run")
class ForeignNotebooksRunTest {

    private static Cluster cluster;
    private static TrialReport report;

    @BeforeAll
    static void start() throws IOException {
        cluster = Clusters.ofThisJvm().acquire(ClusterSpec.embedded());
        report = TrialReport.in(Path.of("target", "foreign-notebooks"));
    }

    @AfterAll
    static void finish() throws IOException {
        report.finish();
        cluster.close();
    }

    @TestFactory
    List<DynamicTest> giveEachCellAnEnd() throws IOException {
        Path folder =
                Path.of(System.getProperty("notebooks.folder")).toAbsolutePath().normalize();
        NotebookTrial trial = new NotebookTrial(cluster, folder);
        return trial.files().stream()
                .map(file -> DynamicTest.dynamicTest(file, () -> {
                    List<TriedCell> cells = trial.run(file);
                    report.add(file, cells);
                    assertThat(cells).hasSizeGreaterThanOrEqualTo(trial.numberOfCells(file));
                }))
                .toList();
    }
}
