package dev.lakelight.databricks.same;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.jobs.ListJobsRequest;
import dev.lakelight.databricks.WorkspaceFixture;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same suite on this machine and on a workspace, from the branch to the results: over the sample project, with tests of each kind
 * and with each end that a test can have. There are more of them when {@code sample.compare} is true.
 */
class SameResultsTest {

    @TempDir
    Path folder;

    @Test
    void hasTheSameResultsAndDifferencesAsOnThisMachine() throws Exception {
        compare("every_end.yml");
    }

    @Test
    @EnabledIfSystemProperty(named = "sample.compare", matches = "true")
    void hasTheSameOfMoreTests() throws Exception {
        compare("every_end.yml", "more_ends.yml");
    }

    private void compare(String... tests) throws Exception {
        try (WorkspaceFixture fixture = new WorkspaceFixture(folder).withVolume()) {
            new SampleProject(fixture.workTree()).copyWith(tests);
            String commit = fixture.push("main");
            CompletableFuture<SuiteResult> local =
                    CompletableFuture.supplyAsync(() -> LocalSuite.run(fixture.workTree(), folder));
            List<ComparedTest> there =
                    ComparedTest.of(RemoteSuite.run(fixture, commit, folder)).toList();
            List<ComparedTest> here = ComparedTest.of(local.join()).toList();

            assertThat(here)
                    .extracting(ComparedTest::status)
                    .contains(TestStatus.PASSED, TestStatus.FAILED, TestStatus.ERROR, TestStatus.SKIPPED);
            assertThat(there).isEqualTo(here);
            assertThat(RemoteWorkspace.connect(fixture.login()).names("/Users/admin@localhost/.lakelight"))
                    .isEmpty();
            assertThat(fixture.client().jobs().list(new ListJobsRequest())).isEmpty();
            assertThat(fixture.files()).isEmpty();
        }
    }
}
