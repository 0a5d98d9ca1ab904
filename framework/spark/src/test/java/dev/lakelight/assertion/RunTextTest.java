package dev.lakelight.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.ModuleRun.Outcome;
import dev.lakelight.result.Problem;
import dev.lakelight.result.SourceLocation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTextTest {

    private static final String FILE = "pipelines/silver/customers.sql";

    @Test
    void showsInputErrorAndTheLinesOfTheCell() {
        Problem problem = new Problem(
                "org.apache.spark.sql.AnalysisException",
                FILE + ":8 (cell 2) failed: [TABLE_NOT_FOUND] no such table\n== SQL ==\n100%",
                "",
                new SourceLocation(FILE, 8));
        ModuleRun run = run(
                problem, cell(1, 2, "SELECT 1", null), cell(2, 7, "SELECT 'one';\nSELECT *\n\nFROM missing", problem));

        assertThat(RunText.of(FILE + " failed", run, List.of("run_dat"))).isEqualTo("""
                        pipelines/silver/customers.sql failed
                          configuration small
                          parameter run_date = 2011-12-09
                          parameter run_dat = x (nothing has read it)

                          pipelines/silver/customers.sql:8 (cell 2) failed: [TABLE_NOT_FOUND] no such table
                          == SQL ==
                          100%

                          cell 2 of pipelines/silver/customers.sql:
                               7 | SELECT 'one';
                          >    8 | SELECT *
                               9 |
                              10 | FROM missing""");
    }

    @Test
    void showsTheCellOfTheCalleeInsteadOfItsCaller() {
        Problem problem = new Problem(
                "x", "pipelines/setup.sql:3 (cell 1) failed: no", "", new SourceLocation("pipelines/setup.sql", 3));
        CellRun callee = new CellRun(
                1,
                "sql",
                null,
                new SourceLocation("pipelines/setup.sql", 3),
                "SELECT no",
                Status.FAILED,
                Duration.ZERO,
                null,
                "",
                List.of(),
                problem);

        String text = RunText.of("it failed", run(problem, cell(2, 4, "%run ./setup", problem), callee), List.of());

        assertThat(text)
                .endsWith("\n  cell 1 of pipelines/setup.sql:\n  >    3 | SELECT no")
                .doesNotContain("%run");
    }

    @Test
    void showsFortyLinesAtMost() {
        String code = IntStream.range(0, 100).mapToObj(i -> "SELECT " + i).collect(Collectors.joining("\n"));
        Problem problem = new Problem("java.lang.IllegalStateException", "", "", null);

        assertThat(RunText.of("it failed", run(problem, cell(1, 1, code, problem)), List.of()))
                .contains("\n  java.lang.IllegalStateException\n")
                .contains("\n      40 | SELECT 39\n")
                .endsWith("\n  ... and 60 more lines");
    }

    @Test
    void saysNothingMoreAboutARunWithoutInputAndProblem() {
        ModuleRun run =
                new ModuleRun("com.acme.Gold", null, Map.of(), Outcome.SUCCEEDED, Duration.ZERO, List.of(), null, null);

        assertThat(RunText.of("com.acme.Gold succeeded", run, List.of())).isEqualTo("com.acme.Gold succeeded");
    }

    private static ModuleRun run(Problem problem, CellRun... cells) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("run_date", "2011-12-09");
        parameters.put("run_dat", "x");
        return new ModuleRun(FILE, "small", parameters, Outcome.FAILED, Duration.ZERO, List.of(cells), null, problem);
    }

    private static CellRun cell(int number, int line, String code, Problem problem) {
        Status status = problem == null ? Status.SUCCEEDED : Status.FAILED;
        return new CellRun(
                number,
                "sql",
                null,
                new SourceLocation(FILE, line),
                code,
                status,
                Duration.ZERO,
                null,
                "",
                List.of(),
                problem);
    }
}
