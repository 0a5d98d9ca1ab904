package dev.lakelight.report;

import dev.lakelight.branch.BranchFacts;
import dev.lakelight.branch.BuildServerRun;
import dev.lakelight.branch.Fact;
import dev.lakelight.branch.Fact.Origin;
import dev.lakelight.branch.WorkTree;
import dev.lakelight.result.CellRun;
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
import dev.lakelight.result.TestStatus;
import dev.lakelight.verdict.RunFacts;
import dev.lakelight.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reports as runs of a small retail project leave them. */
final class SampleReports {

    static final Instant START = Instant.parse("2026-11-22T10:00:00.250Z");
    static final String COMMIT = "1a2b3c4d5e6f708192a3b4c5d6e7f80912a3b4c5";
    static final String BASE = "9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c";

    /** Breaks out of HTML, XML, Markdown, log lines and file names wherever it is not escaped. */
    static final String HOSTILE =
            "</script><script>window.hacked=1</script><img src=http://evil.test/x onerror=hacked()>"
                    + " ]]> --> \"'` &amp; {{x}} | a |\n::error::boo\r\n##vso[task.complete]\n##teamcity[x]\n```\n# h\n"
                    + "\u0000\u0007\u001b[31m\u202Etxt.exe\ud800 \uFFFE % %s \uD83D\uDE80 \u05D0 ../../etc/passwd\\ "
                    + "long".repeat(40);

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

    static ModuleRun customers(String configuration) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("run_date", "2011-12-09");
        parameters.put("mode", "incremental");
        List<CellRun> cells = List.of(
                prose("""
                        ## Customers, silver

                        Keeps the **latest address** of each customer. Rules:

                        1. rows without an id go to `silver.rejected`
                        2. a later row wins

                        | column | type |
                        |---|---|
                        | customer_id | INT |
                        """),
                cell(2, "run", null, "%run ./includes/settings", 31, null),
                cell(3, "sql", "Latest row of each customer", LATEST, 240, latest()),
                cell(4, "sql", "Merge", MERGE, 1_310, merged()),
                cell(5, "java", null, "System.out.println(\"done\");\ndbutils.notebook.exit(\"ok\");", 12, null));
        return new ModuleRun(
                CUSTOMERS,
                configuration,
                parameters,
                ModuleRun.Outcome.SUCCEEDED,
                Duration.ofMillis(1_630),
                cells,
                "ok",
                null);
    }

    /** Make a run of one cell that printed a text. */
    static ModuleRun printing(String text) {
        CellRun cell = new CellRun(
                1,
                "java",
                null,
                new SourceLocation(CUSTOMERS, 1),
                "print()",
                CellRun.Status.SUCCEEDED,
                Duration.ofMillis(1),
                null,
                text,
                null);
        return new ModuleRun(
                CUSTOMERS,
                null,
                Map.of(),
                ModuleRun.Outcome.SUCCEEDED,
                Duration.ofMillis(1),
                List.of(cell),
                null,
                null);
    }

    static ModuleRun brokenCustomers() {
        String message = "[UNRESOLVED_COLUMN.WITH_SUGGESTION] A column, variable, or function parameter with name"
                + " `adress` cannot be resolved. Did you mean one of the following? [`address`, `name`, `customer_id`].\n"
                + "== SQL ==\nMERGE INTO silver.customers t\nUSING latest s ON t.customer_id = s.customer_id\n"
                + "WHEN MATCHED THEN UPDATE SET t.address = s.adress";
        Problem problem = new Problem(
                "org.apache.spark.sql.AnalysisException",
                message,
                "org.apache.spark.sql.AnalysisException: " + message
                        + "\n\tat org.apache.spark.sql.Dataset.ofRows(Dataset.scala:1)",
                new SourceLocation(CUSTOMERS, 31));
        CellRun broken = new CellRun(
                4,
                "sql",
                "Merge",
                new SourceLocation(CUSTOMERS, 28),
                MERGE.replace("s.address", "s.adress"),
                CellRun.Status.FAILED,
                Duration.ofMillis(93),
                null,
                "",
                problem);
        List<CellRun> cells = List.of(cell(3, "sql", "Latest row of each customer", LATEST, 240, latest()), broken);
        return new ModuleRun(
                CUSTOMERS,
                "empty",
                Map.of("run_date", "2011-12-09"),
                ModuleRun.Outcome.FAILED,
                Duration.ofMillis(371),
                cells,
                null,
                problem);
    }

    static TableDifference rowDifference() {
        List<String> columns = List.of("customer_id", "name", "address", "country", "valid_from");
        return new TableDifference(
                "silver.customers",
                "expected/customers.csv",
                List.of(),
                columns,
                List.of("customer_id"),
                List.of(
                        missing("12346", "Ada Byron", "1 Mill Lane", "United Kingdom", "2011-12-05"),
                        unexpected("12999", null, "", "France", "2011-12-09"),
                        new RowDifference(
                                Kind.CHANGED,
                                row("12347", "Grace Hopper", "4 Harbour St", "USA", "2011-12-09"),
                                row("12347", "Grace Hopper", "12 Old Rd ", "USA", "2011-12-05"),
                                1),
                        new RowDifference(
                                Kind.CHANGED,
                                row("12348", "Alan Turing", null, "United Kingdom", "2011-12-09"),
                                row("12348", "Alan Turing", "null", "United Kingdom", "2011-12-09"),
                                1)),
                25,
                1,
                2);
    }

    static TableDifference schemaDifference() {
        List<String> tree = List.of(
                "  root",
                "   |-- day: date",
                "- |-- revenue: decimal(18,2)   expected",
                "+ |-- revenue: double   found");
        return new TableDifference(
                "gold.revenue", "expected/revenue.csv", tree, List.of(), List.of(), List.of(), 0, 0, 0);
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

    /** A report in which everything that users and strangers can write is written to do harm. */
    static Report hostile() {
        Problem problem = new Problem("evil<T>", HOSTILE, HOSTILE, new SourceLocation(HOSTILE, 1));
        TableSample sample =
                new TableSample(List.of(HOSTILE), List.of(HOSTILE), List.of(row(HOSTILE), row((String) null)), true);
        CellRun cell = new CellRun(
                1,
                "sql",
                HOSTILE,
                new SourceLocation(HOSTILE, 3),
                HOSTILE,
                CellRun.Status.FAILED,
                Duration.ofMillis(5),
                sample,
                HOSTILE,
                problem);
        ModuleRun run = new ModuleRun(
                HOSTILE,
                HOSTILE,
                Map.of(HOSTILE, HOSTILE),
                ModuleRun.Outcome.FAILED,
                Duration.ofMillis(7),
                List.of(prose("![x](http://evil.test/i.png) [y](javascript:evil())\n\n" + HOSTILE), cell),
                HOSTILE,
                problem);
        TableDifference difference = new TableDifference(
                HOSTILE,
                HOSTILE,
                List.of(HOSTILE),
                List.of(HOSTILE, "b"),
                List.of("b"),
                List.of(new RowDifference(Kind.CHANGED, row(HOSTILE, null), row(null, HOSTILE), 3)),
                0,
                0,
                7);
        TestIdentity identity =
                new TestIdentity(HOSTILE, TestKind.SCENARIO, HOSTILE, HOSTILE, new SourceLocation(HOSTILE, 2));
        TestResult test = failed(identity, problem, List.of(run), List.of(difference));
        SuiteResult suite = new SuiteResult(
                START,
                null,
                Map.of(HOSTILE, HOSTILE),
                List.of(new ClusterStart(HOSTILE, 1, 1)),
                List.of(test),
                List.of(HOSTILE));
        BranchFacts branch = new BranchFacts(
                new Fact(HOSTILE, Origin.PROPERTY),
                new Fact(COMMIT, Origin.GIT),
                BASE,
                new WorkTree(WorkTree.State.DIRTY, 9, List.of(HOSTILE)),
                new Fact(HOSTILE, Origin.PROPERTY),
                new Fact(BASE, Origin.GIT),
                new BuildServerRun(HOSTILE, "https://ci.test/<script>|)", HOSTILE),
                HOSTILE,
                List.of(HOSTILE));
        RunInfo info = new RunInfo(HOSTILE, Map.of(HOSTILE, HOSTILE), Duration.ZERO, HOSTILE);
        return new Report(suite, Verdict.of(suite, RunFacts.ended(0)), branch, info);
    }

    static List<@Nullable String> row(@Nullable String... cells) {
        return Arrays.asList(cells);
    }

    private static RowDifference missing(String... cells) {
        return new RowDifference(Kind.MISSING, row(cells), null, 1);
    }

    private static RowDifference unexpected(@Nullable String... cells) {
        return new RowDifference(Kind.UNEXPECTED, null, row(cells), 1);
    }

    private static CellRun prose(String markdown) {
        return cell(1, "md", null, markdown, 0, null);
    }

    private static CellRun cell(
            int number,
            String language,
            @Nullable String title,
            String code,
            long millis,
            @Nullable TableSample output) {
        boolean exits = code.contains("exit");
        return new CellRun(
                number,
                language,
                title,
                new SourceLocation(CUSTOMERS, number * 7),
                code,
                exits ? CellRun.Status.EXITED : CellRun.Status.SUCCEEDED,
                Duration.ofMillis(millis),
                output,
                exits ? "done" : "",
                null);
    }

    private static TableSample latest() {
        List<List<@Nullable String>> rows = IntStream.range(0, 6)
                .mapToObj(
                        i -> row("1234" + i, i == 3 ? null : "Customer " + i, i + " Mill Lane", "2011-12-0" + (i + 1)))
                .toList();
        return new TableSample(
                List.of("customer_id", "name", "address", "updated_at"),
                List.of("int", "string", "string", "date"),
                rows,
                true);
    }

    private static TableSample merged() {
        return new TableSample(
                List.of("num_affected_rows", "num_updated_rows", "num_deleted_rows", "num_inserted_rows"),
                List.of("bigint", "bigint", "bigint", "bigint"),
                List.of(row("3", "1", "0", "2")),
                false);
    }

    private static final String LATEST = """
            CREATE OR REPLACE TEMP VIEW latest AS
            SELECT customer_id, name, address, updated_at
            FROM bronze.customers
            WHERE customer_id IS NOT NULL AND updated_at <= :run_date
            QUALIFY row_number() OVER (PARTITION BY customer_id ORDER BY updated_at DESC) = 1;
            SELECT * FROM latest
            """;

    private static final String MERGE = """
            MERGE INTO silver.customers t
            USING latest s ON t.customer_id = s.customer_id
            WHEN MATCHED AND s.updated_at > t.updated_at THEN UPDATE SET t.address = s.address
            WHEN NOT MATCHED THEN INSERT *
            """;
}
