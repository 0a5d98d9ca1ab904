package dev.lakelight.report;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.LastWrite;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.result.TableDifference;
import dev.lakelight.result.TableDifference.Kind;
import dev.lakelight.result.TableDifference.RowDifference;
import dev.lakelight.result.TableSample;
import dev.lakelight.result.Warning;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs of a notebook, and what tests found in its tables. */
final class SampleRuns {

    private static final String CUSTOMERS = "pipelines/silver/customers.sql";

    private SampleRuns() {}

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
                List.of(),
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
                List.of(),
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
        List<RowDifference> rows = List.of(
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
                        1));
        return new TableDifference(
                "silver.customers",
                "expected/customers.csv",
                List.of(),
                columns,
                List.of("customer_id"),
                rows,
                rows,
                25,
                1,
                2,
                new LastWrite("MERGE", 3, "Keep the latest", new SourceLocation(CUSTOMERS, 12)));
    }

    static TableDifference schemaDifference() {
        List<String> tree = List.of(
                "  root",
                "   |-- day: date",
                "- |-- revenue: decimal(18,2)   expected",
                "+ |-- revenue: double   found");
        return new TableDifference(
                "gold.revenue",
                "expected/revenue.csv",
                tree,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                null);
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

    static CellRun prose(String markdown) {
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
                warnings(number),
                null);
    }

    private static List<Warning> warnings(int number) {
        return number == 4
                ? List.of(new Warning(
                        "GRANT SELECT ON TABLE silver.customers TO `analysts` is recorded and has no effect: there are no"
                                + " users and no permissions here.",
                        new SourceLocation(CUSTOMERS, number * 7 + 2)))
                : List.of();
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
