package dev.lakelight.report;

import static dev.lakelight.report.SampleRuns.row;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.BuildServerRun;
import dev.lakelight.branch.Fact;
import dev.lakelight.branch.Fact.Origin;
import dev.lakelight.branch.WorkTree;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.LastWrite;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.SuiteResult.ClusterStart;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
import dev.lakelight.result.TableSample;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.Warning;
import dev.lakelight.verdict.RunFacts;
import dev.lakelight.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A report in which everything that users and strangers can write is written to do harm. */
final class HostileReport {

    /** Breaks out of HTML, XML, Markdown, log lines and file names wherever it is not escaped. */
    static final String TEXT = "</script><script>window.hacked=1</script><img src=http://evil.test/x onerror=hacked()>"
            + " ]]> --> \"'` &amp; {{x}} | a |\n::error::boo\r\n##vso[task.complete]\n##teamcity[x]\n```\n# h\n"
            + "\u0000\u0007\u001b[31m\u202Etxt.exe\ud800 \uFFFE % %s \uD83D\uDE80 \u05D0 ../../etc/passwd\\ "
            + "long".repeat(40);

    private HostileReport() {}

    static Report report() {
        Problem problem = new Problem("evil<T>", TEXT, TEXT, new SourceLocation(TEXT, 1));
        TableSample sample =
                new TableSample(List.of(TEXT), List.of(TEXT), List.of(row(TEXT), row((String) null)), true);
        CellRun cell = new CellRun(
                1,
                "sql",
                TEXT,
                new SourceLocation(TEXT, 3),
                TEXT,
                CellRun.Status.FAILED,
                Duration.ofMillis(5),
                sample,
                TEXT,
                List.of(new Warning(TEXT, new SourceLocation(TEXT, 4))),
                problem);
        ModuleRun run = new ModuleRun(
                TEXT,
                TEXT,
                Map.of(TEXT, TEXT),
                ModuleRun.Outcome.FAILED,
                Duration.ofMillis(7),
                List.of(SampleRuns.prose("![x](http://evil.test/i.png) [y](javascript:evil())\n\n" + TEXT), cell),
                TEXT,
                problem);
        TableDifference difference = new TableDifference(
                TEXT,
                TEXT,
                List.of(TEXT),
                List.of(TEXT, "b"),
                List.of("b"),
                List.of(new RowDifference(Kind.CHANGED, row(TEXT, null), row(null, TEXT), 3)),
                List.of(new RowDifference(Kind.CHANGED, row(TEXT, null), row(null, TEXT), 3)),
                0,
                0,
                7,
                new LastWrite(TEXT, 1, TEXT, new SourceLocation(TEXT, 3)));
        TestIdentity identity = new TestIdentity(TEXT, TestKind.SCENARIO, TEXT, TEXT, new SourceLocation(TEXT, 2));
        TestResult test = SampleReports.failed(identity, problem, List.of(run), List.of(difference));
        SuiteResult suite = new SuiteResult(
                SampleReports.START,
                null,
                Map.of(TEXT, TEXT),
                List.of(new ClusterStart(TEXT, 1, 1)),
                List.of(test),
                List.of(TEXT));
        BranchFacts branch = new BranchFacts(
                new Fact(TEXT, Origin.PROPERTY),
                new Fact(SampleReports.COMMIT, Origin.GIT),
                SampleReports.BASE,
                new WorkTree(WorkTree.State.DIRTY, 9, List.of(TEXT)),
                new Fact(TEXT, Origin.PROPERTY),
                new Fact(SampleReports.BASE, Origin.GIT),
                new BuildServerRun(TEXT, "https://ci.test/<script>|)", TEXT),
                TEXT,
                List.of(TEXT));
        RunInfo info = new RunInfo(TEXT, Map.of(TEXT, TEXT), Duration.ZERO, TEXT);
        return new Report(suite, Verdict.of(suite, RunFacts.ended(0)), branch, info);
    }
}
