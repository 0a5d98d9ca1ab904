package dev.lakelight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.databricks.DatabricksSuite;
import dev.lakelight.databricks.TestedSource;
import dev.lakelight.databricks.WorkspaceFixture;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.verdict.RunFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The suite of the same project on a workspace of this machine, on a job cluster, from a Git folder at the pushed commit. */
final class RemoteSuite {

    private static final Compute COMPUTE =
            Compute.parse("{\"spark_version\": \"17.3.x-scala2.13\", \"num_workers\": 0}");

    private RemoteSuite() {}

    static SuiteResult run(WorkspaceFixture fixture, String commit, Path folder) {
        Path log = folder.resolve("remote.jsonl");
        List<String> lines = new ArrayList<>();
        SuiteFolders folders = fixture.suite(List.of("src/test/lakelight"), List.of("pipelines"));
        TestedSource source = new TestedSource(fixture.url(), "gitHub", "main", commit);
        RunFacts facts = new DatabricksSuite(fixture.settings(COMPUTE), source, folders).run(log, lines::add);

        assertThat(facts.exitCode()).as("%s", lines).isZero();
        SuiteResult result = EventLog.read(log);
        assertThat(result.breakdowns()).isEmpty();
        return result;
    }
}
