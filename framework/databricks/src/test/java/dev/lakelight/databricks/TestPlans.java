package dev.lakelight.databricks;

import dev.lakelight.configuration.SeedSpec.Source.InlineRows;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.rows.TextRows;
import dev.lakelight.databricks.suite.ExpectedTable;
import dev.lakelight.databricks.suite.Languages;
import dev.lakelight.databricks.suite.RemoteTest.Work;
import dev.lakelight.databricks.suite.Step;
import dev.lakelight.databricks.suite.StepJob;
import dev.lakelight.databricks.suite.StepNotebooks;
import dev.lakelight.job.file.JobReference;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.scenario.ComparisonSpec;
import dev.lakelight.scenario.RowsExpectation;
import dev.lakelight.scenario.RowsExpectation.RowOrder;
import dev.lakelight.scenario.TableExpectation;
import dev.lakelight.scenario.TableExpectation.Presence;
import dev.lakelight.scenario.TableRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tests that are planned, for tests. */
public final class TestPlans {

    public static final SourceLocation PLACE = new SourceLocation("a.yml", 3);

    private TestPlans() {}

    /** Return a test that runs one notebook. */
    public static PlannedTest notebook(int number) {
        return test(number, null, null, List.of());
    }

    /** Return a test that runs one notebook and looks at one table. */
    public static PlannedTest checked(int number, String error) {
        return test(number, null, error, List.of(table()));
    }

    /** Return a test that expects an exit value. */
    public static PlannedTest exiting(int number, String exitValue) {
        return test(number, exitValue, null, List.of());
    }

    /** Return a test that runs a job, some of whose tasks are to end in states. */
    public static PlannedTest job(int number, String error, Map<String, RunState> tasks) {
        ProjectFiles files = ProjectFiles.of(Path.of("/w"), List.of());
        StepJob job = new StepJob(
                JobReference.of("databricks.yml#nightly"),
                files,
                new StepNotebooks(files, Path.of("/w"), new Languages(true, false)));
        Step step = new Step.OfJob("databricks.yml#nightly", job, Map.of(), Map.of(), PLACE);
        TestIdentity identity = new TestIdentity("id" + number, TestKind.SCENARIO, "a.yml", "test " + number, PLACE);
        return new PlannedTest(
                number,
                "ll_x_" + number,
                identity,
                new Work.Run(null, Map.of(), List.of(), List.of(step), null, error, tasks, List.of()));
    }

    private static PlannedTest test(int number, String exitValue, String error, List<ExpectedTable> tables) {
        Step step = new Step.Notebook("pipelines/a.sql", Path.of("/w/pipelines/a.sql"), Map.of(), PLACE);
        TestIdentity identity = new TestIdentity("id" + number, TestKind.SCENARIO, "a.yml", "test " + number, PLACE);
        return new PlannedTest(
                number,
                "ll_x_" + number,
                identity,
                new Work.Run(null, Map.of(), List.of(), List.of(step), exitValue, error, Map.of(), tables));
    }

    /** Return the expectation of two rows, by a key. */
    public static ExpectedTable table() {
        RowsExpectation rows = new RowsExpectation(
                new InlineRows(List.of("id", "name"), List.of(List.of("1", "a"), List.of("2", "b"))),
                List.of("id"),
                RowOrder.ANY,
                ComparisonSpec.EXACT);
        TableExpectation expectation =
                new TableExpectation("silver.a", Presence.PRESENT, rows, null, null, null, TableRules.NONE, PLACE);
        TextRows text = new TextRows(List.of("id", "name"), List.of(), List.of(List.of("1", "a"), List.of("2", "b")));
        return new ExpectedTable(expectation, text, "the expected rows");
    }
}
