package dev.lakelight.databricks.same;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.databricks.WorkspaceFixture;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestKind;
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

    private static final String PYTHON = "a Python notebook sums up the months [second-day]";

    @TempDir
    Path folder;

    @Test
    void hasTheResultsOfThisMachine() throws Exception {
        SuiteResult here = EventLog.read(Path.of(System.getProperty("sample.events")));

        try (WorkspaceFixture fixture = new WorkspaceFixture(folder).withVolume()) {
            new SampleProject(fixture.workTree()).copyAll();
            List<ComparedTest> there = ComparedTest.of(RemoteSuite.run(fixture, fixture.push("main"), folder))
                    .toList();

            assertThat(there.stream().filter(ComparedTest::wasSkipped).map(ComparedTest::name))
                    .as("what is not run on a workspace that has no Python")
                    .containsExactly(PYTHON);
            assertThat(there.stream().filter(test -> !test.wasSkipped()))
                    .hasSizeGreaterThan(15)
                    .isEqualTo(ComparedTest.of(here)
                            .filter(test -> test.identity().kind() != TestKind.JUNIT)
                            .filter(test -> !test.name().equals(PYTHON))
                            .toList());
        }
    }
}
