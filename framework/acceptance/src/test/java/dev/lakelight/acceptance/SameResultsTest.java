package dev.lakelight.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.databricks.sdk.service.jobs.BaseJob;
import com.databricks.sdk.service.jobs.ListJobsRequest;
import dev.lakelight.databricks.WorkspaceFixture;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.result.EventLog;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.TestStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * A suite has the same results and differences on a workspace as on this machine, from the branch to the results: the whole suite of the
 * sample project, as its build has just run it here, and tests over its notebooks and its job that end in each way that a test can end.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SameResultsTest {

    private static final String[] ENDS = {"every_end.yml", "more_ends.yml"};

    private static final Predicate<ComparedTest> IS_OF_ENDS = ComparedTest.isIn(ENDS);

    private List<ComparedTest> there = List.of();
    private List<ComparedTest> endsHere = List.of();
    private final List<String> leftBehind = new ArrayList<>();

    @BeforeAll
    void runBoth(@TempDir Path folder) throws Exception {
        SampleProject endsOnly = new SampleProject(folder.resolve("ends"));
        endsOnly.copy();
        endsOnly.replaceTests(ENDS);
        CompletableFuture<SuiteResult> here =
                CompletableFuture.supplyAsync(() -> LocalSuite.run(endsOnly.target(), folder));

        try (WorkspaceFixture fixture = new WorkspaceFixture(folder).withVolume()) {
            SampleProject all = new SampleProject(fixture.workTree());
            all.copy();
            all.addTests(ENDS);
            there = ComparedTest.of(RemoteSuite.run(fixture, fixture.push("main"), folder))
                    .toList();
            noteWhatIsLeft(fixture);
        }

        endsHere = ComparedTest.of(here.join()).toList();
    }

    private void noteWhatIsLeft(WorkspaceFixture fixture) {
        leftBehind.addAll(RemoteWorkspace.connect(fixture.login()).names("/Users/admin@localhost/.lakelight"));
        fixture.client().jobs().list(new ListJobsRequest()).forEach((BaseJob job) -> leftBehind.add(job.toString()));
        leftBehind.addAll(fixture.files());
    }

    @Test
    void ofTheWholeSampleProject() throws IOException {
        assumeTrue(
                SampleProject.hasResults(),
                "The sample project's suite has left no results, or its files have changed since: run mvn verify -pl"
                        + " framework/acceptance -am");
        List<ComparedTest> sampleHere =
                ComparedTest.of(EventLog.read(SampleProject.RESULTS)).toList();
        List<ComparedTest> sampleThere =
                there.stream().filter(IS_OF_ENDS.negate()).toList();

        assertThat(sampleThere).hasSizeGreaterThan(15);
        assertThat(sampleThere.stream().filter(ComparedTest::wasSkipped).map(ComparedTest::name))
                .as("what is not run on a workspace that has no Python")
                .containsExactly("a Python notebook sums up the months [second-day]");
        assertThat(sampleThere.stream().filter(test -> !test.wasSkipped()))
                .containsExactlyElementsOf(sampleHere.stream()
                        .filter(test -> !test.isJava() && !needsPython(sampleThere, test))
                        .toList());
    }

    /** Python is skipped on the workspace, and run here where there is one. */
    private static boolean needsPython(List<ComparedTest> there, ComparedTest test) {
        return there.stream()
                .anyMatch(other -> other.wasSkipped() && other.identity().equals(test.identity()));
    }

    @Test
    void ofTestsThatEndInEveryWay() {
        List<ComparedTest> endsThere = there.stream().filter(IS_OF_ENDS).toList();

        assertThat(endsHere)
                .extracting(ComparedTest::status)
                .contains(TestStatus.PASSED, TestStatus.FAILED, TestStatus.ERROR, TestStatus.SKIPPED);
        assertThat(endsThere).containsExactlyElementsOf(endsHere);
    }

    @Test
    void leavesNothingOnTheWorkspace() {
        assertThat(leftBehind).isEmpty();
    }
}
