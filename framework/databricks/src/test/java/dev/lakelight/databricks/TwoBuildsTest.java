package dev.lakelight.databricks;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.compute.CreateCluster;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Builds of two commits at the same time on one workspace: one on serverless compute, which keeps what it makes, and one on a cluster
 * that exists. Then what has expired is removed.
 */
class TwoBuildsTest {

    private static final String BASE = "/Users/admin@localhost/.lakelight";

    private static final String TEST = """
            scenarios:
              - name: keeps one
                given: { bronze.prices: { schema: "id INT", rows: [[1], [2]] } }
                run: { notebook: pipelines/make.sql }
                then: { silver.prices: { rows: [{id: 2}], key: id } }
            """;

    @TempDir
    Path folder;

    private static String pipeline(int least) {
        return "-- Databricks notebook source\nCREATE TABLE silver.prices AS SELECT id FROM bronze.prices WHERE id > %d\n"
                .formatted(least);
    }

    /** A build and what it has told. */
    private final class Build {

        private final WorkspaceFixture fixture;
        private final String branch;
        private final String commit;
        private final DatabricksSettings settings;
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        private Build(WorkspaceFixture fixture, String branch, String commit, DatabricksSettings settings) {
            this.fixture = fixture;
            this.branch = branch;
            this.commit = commit;
            this.settings = settings;
        }

        private TestResult run() {
            SuiteFolders folders = fixture.suite(List.of("tests"), List.of());
            TestedSource source = new TestedSource(fixture.url(), "gitHub", branch, commit);
            Path log = folder.resolve(commit + ".jsonl");
            assertThat(new DatabricksSuite(settings, source, folders)
                            .run(log, lines::add)
                            .exitCode())
                    .as("%s", lines)
                    .isZero();
            return EventLog.read(log).tests().get(0);
        }
    }

    /** One that keeps what it makes, for no time at all. */
    private static DatabricksSettings keeping(DatabricksSettings settings) {
        return new DatabricksSettings(
                settings.login(),
                settings.compute(),
                null,
                null,
                settings.exitLanguage(),
                1,
                settings.timeout(),
                Duration.ZERO,
                true,
                "build 2",
                null);
    }

    private List<String> folderNames(String part) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("state/lake"))) {
            return files.map(Path::toString).filter(file -> file.contains(part)).toList();
        }
    }

    @Test
    void neverMeetAndLeaveNothingThatIsNotRemovedInTheEnd() throws Exception {
        try (WorkspaceFixture fixture = new WorkspaceFixture(folder)) {
            String good = fixture.write("pipelines/make.sql", pipeline(1))
                    .write("tests/a.yml", TEST)
                    .push("main");
            String bad = fixture.write("pipelines/make.sql", pipeline(0)).push("feature");
            String cluster = fixture.client()
                    .clusters()
                    .create(new CreateCluster()
                            .setSparkVersion("17.3.x-scala2.13")
                            .setNumWorkers(0L))
                    .getResponse()
                    .getClusterId();
            DatabricksSettings serverless = keeping(fixture.settings(new Compute.Serverless()));
            Build first = new Build(fixture, "main", good, serverless);
            Build second = new Build(fixture, "feature", bad, fixture.settings(new Compute.Existing(cluster)));

            CompletableFuture<TestResult> beside = CompletableFuture.supplyAsync(second::run);
            TestResult ofFirst = first.run();
            TestResult ofSecond = beside.get();

            assertThat(ofFirst.status()).as("%s", first.lines).isEqualTo(TestStatus.PASSED);
            assertThat(ofSecond.status()).as("%s", second.lines).isEqualTo(TestStatus.FAILED);
            assertThat(ofSecond.problem().message()).contains("1 unexpected");
            assertThat(first.lines)
                    .anyMatch(line -> line.matches("      the run: \\w+  http://127\\.0\\.0\\.1:\\d+/runs/\\d+"))
                    .anyMatch(line -> line.matches("      t001_check: \\w+"))
                    .anyMatch(line -> line.matches("      .*: 3 tasks, \\d+ s in all"))
                    .anyMatch(line -> line.startsWith("Kept until "));
            assertThat(second.lines)
                    .anyMatch(line -> line.matches("      cluster %s: 4 tasks, \\d+ s in all".formatted(cluster)));

            RemoteWorkspace workspace = RemoteWorkspace.connect(fixture.login());
            List<String> kept = workspace.names(BASE);
            assertThat(kept).hasSize(1);
            assertThat(folderNames(kept.get(0))).isNotEmpty();

            List<String> lines = new ArrayList<>();
            assertThat(DatabricksCleanUp.run(serverless, lines::add)).isEqualTo(1);

            assertThat(lines).contains("Removed what the run %s had left.".formatted(kept.get(0)));
            assertThat(workspace.names(BASE)).isEmpty();
            assertThat(folderNames(kept.get(0))).isEmpty();
        }
    }
}
