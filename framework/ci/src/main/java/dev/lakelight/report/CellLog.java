package dev.lakelight.report;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.TestResult;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the modules of a test did, as a log: a line for each run and cell, and what they printed. */
final class CellLog {

    private static final int PRINTED_LIMIT = 10_000;

    private CellLog() {}

    static String of(TestResult test) {
        return test.runs().stream().map(CellLog::run).collect(Collectors.joining());
    }

    private static String run(ModuleRun run) {
        String configuration = run.configuration() == null ? "" : " [%s]".formatted(run.configuration());
        String exit = run.exitValue() == null ? "" : ", exit value " + PlainText.line(run.exitValue(), 200);
        String head = "%s%s %s in %s%s\n"
                .formatted(
                        PlainText.line(run.module(), 500),
                        configuration,
                        run.outcome().name().toLowerCase(Locale.ROOT),
                        Wording.duration(run.duration()),
                        exit);
        return head
                + run.cells().stream()
                        .filter(cell -> !cell.language().equals("md"))
                        .map(CellLog::cell)
                        .collect(Collectors.joining());
    }

    private static String cell(CellRun cell) {
        String title = cell.title() == null ? "" : " " + PlainText.line(cell.title(), 100);
        String head = "  cell %d %s%s at %s %s in %s\n"
                .formatted(
                        cell.number(),
                        cell.language(),
                        title,
                        cell.source(),
                        Wording.cellStatus(cell.status()),
                        Wording.duration(cell.duration()));
        String warnings = cell.warnings().stream()
                .map(warning -> "Warning at %s\n".formatted(PlainText.line(warning.toString(), PRINTED_LIMIT)))
                .collect(Collectors.joining());
        return head + PlainText.cut(warnings + cell.text(), PRINTED_LIMIT).indent(4);
    }
}
