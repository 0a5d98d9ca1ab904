package dev.lakelight.databricks.same;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.databricks.WorkspaceFixture;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.result.TestStatus;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same suite on this machine and on a workspace: tests of the sample project that end in every way. It takes minutes, and is run when
 * {@code sample.compare} is true.
 */
@EnabledIfSystemProperty(named = "sample.compare", matches = "true")
class SameResultsTest {

    @TempDir
    Path folder;

    @Test
    void hasTheSameResultsAndDifferencesAsOnThisMachine() throws Exception {
        try (WorkspaceFixture fixture = new WorkspaceFixture(folder).withVolume()) {
            new SampleProject(fixture.workTree()).copyPart();
            String commit = fixture.push("main");
            List<ComparedTest> here =
                    ComparedTest.of(LocalSuite.run(fixture.workTree(), folder)).toList();
            List<ComparedTest> there =
                    ComparedTest.of(RemoteSuite.run(fixture, commit, folder)).toList();

            assertThat(here)
                    .extracting(ComparedTest::status)
                    .contains(TestStatus.PASSED, TestStatus.FAILED, TestStatus.ERROR);
            assertThat(there).isEqualTo(here);
            assertThat(RemoteWorkspace.connect(fixture.login()).names("/Users/admin@localhost/.lakelight"))
                    .isEmpty();
        }
    }
}
