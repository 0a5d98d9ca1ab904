package dev.lakelight.report;

import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.Warning;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * One run of a module on the page.
 *
 * @param module path or class name
 * @param configuration its name; empty when there is none
 * @param outcome {@code succeeded} or {@code failed}
 * @param failed whether it did
 * @param duration in words
 * @param exitValue in one line; empty when there is none
 * @param parameters that it was given
 * @param problem why it failed; empty when a cell says so, or it succeeded
 * @param warnings what it accepted and has less effect here than on Databricks
 * @param cells that were reached
 * @param cellsLeftOut how many cells are not shown for want of room; empty when none
 */
record RunView(
        String module,
        String configuration,
        String outcome,
        boolean failed,
        String duration,
        String exitValue,
        List<Parameter> parameters,
        String problem,
        List<Notice> warnings,
        List<CellView> cells,
        String cellsLeftOut) {

    /** A parameter with its value. */
    record Parameter(String name, String value) {}

    /** A warning with its place. */
    record Notice(String place, String text) {

        static Notice of(Warning warning) {
            return new Notice(TestViews.location(warning.source()), PlainText.line(warning.text(), LIMIT));
        }
    }

    private static final int LIMIT = 2_000;

    static RunView of(ModuleRun run, boolean showCells) {
        boolean failed = run.outcome() == ModuleRun.Outcome.FAILED;
        return new RunView(
                PlainText.line(run.module(), LIMIT),
                run.configuration() == null ? "" : PlainText.line(run.configuration(), LIMIT),
                run.outcome().name().toLowerCase(Locale.ROOT),
                failed,
                Wording.duration(run.duration()),
                run.exitValue() == null ? "" : PlainText.line(run.exitValue(), LIMIT),
                parameters(run),
                problem(run),
                run.warnings().stream().map(Notice::of).toList(),
                showCells ? cells(run) : List.of(),
                showCells || run.cells().isEmpty()
                        ? ""
                        : Wording.count(run.cells().size(), "cell"));
    }

    boolean hasParameters() {
        return !parameters.isEmpty();
    }

    boolean hasWarnings() {
        return !warnings.isEmpty();
    }

    private static List<Parameter> parameters(ModuleRun run) {
        return Secrets.redacted(run.parameters()).entrySet().stream()
                .map(entry -> new Parameter(PlainText.line(entry.getKey(), LIMIT), DataText.of(entry.getValue())))
                .toList();
    }

    private static String problem(ModuleRun run) {
        Problem problem = run.problem();
        boolean cellSaysWhy = run.cells().stream().anyMatch(cell -> cell.problem() != null);
        return problem == null || cellSaysWhy ? "" : TestViews.shown(problem.message(), 10 * LIMIT);
    }

    private static List<CellView> cells(ModuleRun run) {
        Duration longest = run.cells().stream()
                .map(cell -> cell.duration())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return run.cells().stream().map(cell -> CellView.of(cell, longest)).toList();
    }
}
