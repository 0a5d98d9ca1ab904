package dev.lakelight.report;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.TestResult;
import java.util.List;
import java.util.Optional;

/**
 * The cell that a reader should look at.
 *
 * @param run that failed
 * @param cell that made it fail
 */
record FailedCell(ModuleRun run, CellRun cell) {

    /** Find it; where a {@code %run} cell failed because a cell of its callee did, the callee's. */
    static Optional<FailedCell> of(TestResult test) {
        return test.runs().stream().flatMap(run -> in(run).stream()).findFirst();
    }

    private static Optional<FailedCell> in(ModuleRun run) {
        List<CellRun> failed = run.cells().stream()
                .filter(cell -> cell.status() == CellRun.Status.FAILED)
                .toList();
        return failed.stream()
                .filter(cell -> !cell.language().equals("run"))
                .findFirst()
                .or(() -> failed.stream().findFirst())
                .map(cell -> new FailedCell(run, cell));
    }

    /** Return the place in words: {@code cell 3 of pipelines/silver/customers.sql:14}. */
    String place() {
        return PlainText.line("cell %d of %s".formatted(cell.number(), cell.source()), 500);
    }

    /** Return the first line of why it failed; empty when it left no word. */
    String reason() {
        Problem problem = cell.problem();
        return problem == null ? "" : PlainText.line(Wording.firstLine(problem.message()), 500);
    }
}
