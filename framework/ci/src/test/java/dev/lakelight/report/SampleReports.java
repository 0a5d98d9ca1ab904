package dev.lakelight.report;

import static dev.lakelight.report.SampleRuns.brokenCustomers;
import static dev.lakelight.report.SampleRuns.customers;
import static dev.lakelight.report.SampleRuns.rowDifference;
import static dev.lakelight.report.SampleRuns.schemaDifference;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.BuildServerRun;
import dev.lakelight.branch.Fact;
import dev.lakelight.branch.Fact.Origin;
import dev.lakelight.branch.WorkTree;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.SuiteResult;
import dev.lakelight.result.SuiteResult.ClusterStart;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TestIdentity;
import dev.lakelight.result.TestKind;
import dev.lakelight.result.TestResult;
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import dev.lakelight.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports as runs of a small retail project leave them. */
final class SampleReports {

    static final Instant START = Instant.parse("2026-11-22T10:00:00.250Z");
    static final String COMMIT = "1a2b3c4d5e6f708192a3b4c5d6e7f80912a3b4c5";
    static final String BASE = "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c";

    private static final String SCENARIOS = "src/test/lakelight/customers.yml";
    private static final String CUSTOMERS = "pipelines/silver/customers.sql";

    private SampleReports() {}

    static Report green() {
        return report(List.of(
                passed(scenario("a late address wins [small]", 12), 2_340, customers("small")),
                passed(scenario("a late address wins [late-data]", 12), 1_890, customers("late-data")),
                skipped(scenario("real data of 300 days", 40), "Skipped: ../shared/data/online-retail is not there."),
                passed(notebookTest("customers_test.sql [small]"), 870, customers("small")),
                passed(
                        junit("CustomerSilverTest", "keepsTheLatestAddress(Lake, Notebooks)"),
                        1_120,
                        customers("small")),
                passed(junit("CustomerSilverTest", "rejectsCustomersWithoutAnId(Lake)"), 412)));
    }

    static Report red() {
        return report(List.of(
                passed(scenario("a late address wins [small]", 12), 2_340, customers("small")),
                failed(
                        scenario("a late address wins [late-data]", 12),
                        assertion("silver.customers differs from expected/customers.csv in 4 rows"),
                        List.of(customers("late-data")),
                        List.of(rowDifference())),
                failed(
                        scenario("columns stay as they are [small]", 31),
                        assertion("gold.revenue has another schema than expected/revenue.csv"),
                        List.of(customers("small")),
                        List.of(schemaDifference())),
                error(notebookTest("customers_test.sql [empty]"), brokenCustomers()),
                skipped(scenario("real data of 300 days", 40), "Skipped: ../shared/data/online-retail is not there."),
                passed(
                        junit("CustomerSilverTest", "keepsTheLatestAddress(Lake, Notebooks)"),
                        1_120,
                        customers("small")),
                new TestResult(
                        junit("OrderGoldTest", "sumsRevenuePerDay(Lake)"),
                        TestStatus.LOST,
                        START.plusSeconds(9),
                        Duration.ZERO,
                        null,
                        List.of(),
                        List.of())));
    }

    /** Make a report of these tests, judged by the real rules. */
    static Report report(List<TestResult> tests) {
        return report(suite(tests), RunFacts.ended(0));
    }

    static Report report(SuiteResult suite, RunFacts run) {
        return new Report(suite, Verdict.of(suite, run), branch(), runInfo());
    }

    static SuiteResult suite(List<TestResult> tests) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("lakelight", "0.1.0-SNAPSHOT");
        versions.put("spark", "4.2.0");
        versions.put("delta", "4.4.0");
        versions.put("java", "17.0.15");
        List<ClusterStart> clusters = List.of(new ClusterStart("2 executor processes, 1 core each", 2, 3_412));
        return new SuiteResult(START, START.plusSeconds(63), versions, clusters, tests, List.of());
    }

    static BranchFacts branch() {
        return new BranchFacts(
                new Fact("feature/late-invoices", Origin.BUILD_SERVER),
                new Fact(COMMIT, Origin.BUILD_SERVER),
                COMMIT,
                new WorkTree(WorkTree.State.DIRTY, 2, List.of("notes.txt", "pipelines/silver/customers.sql")),
                new Fact("main", Origin.GIT),
                new Fact(BASE, Origin.GIT),
                new BuildServerRun("GitHub Actions", "https://github.com/acme/retail/actions/runs/42", "12"),
                null,
                List.of());
    }

    static RunInfo runInfo() {
        Map<String, String> configuration = new LinkedHashMap<>();
        configuration.put("cluster", "processes");
        configuration.put("executors", "2");
        configuration.put("storage.token", "dapi-do-not-show");
        return new RunInfo("retail", configuration, Duration.ofMillis(64_480), "build-7");
    }

    static TestIdentity scenario(String name, int line) {
        return new TestIdentity(
                "[engine:lakelight]/[file:customers.yml]/[scenario:" + name + "]",
                TestKind.SCENARIO,
                SCENARIOS,
                name,
                new SourceLocation(SCENARIOS, line));
    }

    static TestIdentity notebookTest(String name) {
        SourceLocation source = new SourceLocation("pipelines/silver/customers_test.sql", 0);
        return new TestIdentity(
                "[engine:lakelight]/[notebook:" + name + "]", TestKind.NOTEBOOK_TEST, "pipelines/silver", name, source);
    }

    static TestIdentity junit(String className, String name) {
        String suite = "com.acme.retail." + className;
        return new TestIdentity("[class:" + suite + "]/[method:" + name + "]", TestKind.JUNIT, suite, name, null);
    }

    static TestResult passed(TestIdentity identity, long millis, ModuleRun... runs) {
        Duration duration = Duration.ofMillis(millis);
        return new TestResult(identity, TestStatus.PASSED, START, duration, null, List.of(runs), List.of());
    }

    static TestResult failed(
            TestIdentity identity, Problem problem, List<ModuleRun> runs, List<TableDifference> differences) {
        return new TestResult(identity, TestStatus.FAILED, START, Duration.ofMillis(2_870), problem, runs, differences);
    }

    static TestResult error(TestIdentity identity, ModuleRun run) {
        return new TestResult(
                identity, TestStatus.ERROR, START, Duration.ofMillis(640), run.problem(), List.of(run), List.of());
    }

    static TestResult skipped(TestIdentity identity, String reason) {
        Problem problem = new Problem("org.opentest4j.TestAbortedException", reason, "", null);
        return new TestResult(identity, TestStatus.SKIPPED, null, Duration.ZERO, problem, List.of(), List.of());
    }

    static Problem assertion(String message) {
        String trace = "dev.lakelight.assertion.TableDifferenceError: " + message
                + "\n\tat com.acme.retail.CustomerSilverTest.keepsTheLatestAddress(CustomerSilverTest.java:21)";
        return new Problem(
                "dev.lakelight.assertion.TableDifferenceError", message, trace, new SourceLocation(SCENARIOS, 19));
    }

    /** A report of many tests with cells, as large suites leave it. */
    static Report large(int tests) {
        List<TestResult> results = new ArrayList<>();

        for (int i = 0; i < tests; i++) {
            TestIdentity identity = junit("Suite" + i / 25 + "Test", "test number " + i);
            results.add(
                    i % 97 == 5 ? error(identity, brokenCustomers()) : passed(identity, 100 + i, customers("small")));
        }

        return report(results);
    }
}
