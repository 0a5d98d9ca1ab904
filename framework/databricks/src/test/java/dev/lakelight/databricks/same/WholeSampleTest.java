package dev.lakelight.databricks.same;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.databricks.WorkspaceFixture;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole suite of the sample project on a workspace, compared with its results on this machine: those that its build has left in the
 * file that {@code sample.events} names. It takes minutes.
 */
@EnabledIfSystemProperty(named = "sample.events", matches = ".+")
class WholeSampleTest {

    @TempDir
    Path folder;

    @Test
    void hasTheResultsOfThisMachineButForTestsThatAreNotRunThere() throws Exception {
        SuiteResult here = EventLog.read(Path.of(System.getProperty("sample.events")));

        try (WorkspaceFixture fixture = new WorkspaceFixture(folder).withVolume()) {
            new SampleProject(fixture.workTree()).copyAll();
            List<ComparedTest> there = ComparedTest.of(RemoteSuite.run(fixture, fixture.push("main"), folder))
                    .toList();

            assertThat(there.stream()
                            .filter(ComparedTest::wasSkipped)
                            .map(test -> test.identity().name()))
                    .containsExactlyInAnyOrder(
                            "customers are ranked on a day [second-day]",
                            "a Python notebook sums up the months [second-day]",
                            "the nightly job brings new invoices to gold [late-data]",
                            "the nightly job leaves gold alone when nothing is new [empty]",
                            "a branch runs the nightly job into a schema of its own [late-data]");
            assertThat(there.stream().filter(test -> !test.wasSkipped()))
                    .hasSizeGreaterThan(10)
                    .isEqualTo(ComparedTest.of(here)
                            .filter(test -> there.stream().anyMatch(other -> other.is(test) && !other.wasSkipped()))
                            .toList());
        }
    }
}
