package dev.lakelight.assertion;

import dev.lakelight.result.CellRun;
import dev.lakelight.result.CellRun.Status;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Shows a run to people who look for what went wrong in it: under what it ran, the error, and the cell with its lines. */
final class RunText {

    private static final int MOST_LINES = 40;

    private final ModuleRun run;
    private final List<String> lines = new ArrayList<>();

    private RunText(ModuleRun run) {
        this.run = run;
    }

    /** Return the sentence and all that explains it. */
    static String of(String sentence, ModuleRun run, List<String> unreadParameters) {
        RunText text = new RunText(run);
        text.addInput(unreadParameters);
        text.addProblem(run.problem());
        text.failedCell().ifPresent(text::addCell);
        return text.lines.stream().map(line -> "\n" + line).collect(Collectors.joining("", sentence, ""));
    }

    private void addInput(List<String> unread) {
        if (run.configuration() != null) {
            lines.add("  configuration " + run.configuration());
        }

        run.parameters()
                .forEach((name, value) -> lines.add("  parameter %s = %s%s"
                        .formatted(name, value, unread.contains(name) ? " (nothing has read it)" : "")));
    }

    private void addProblem(@Nullable Problem problem) {
        if (problem == null) {
            return;
        }

        lines.add("");
        String message = problem.message().isEmpty() ? problem.type() : problem.message();
        addCut(message.lines().map(line -> "  " + line).toList());
    }

    /** Cells are in the order in which they began, and a {@code %run} fails with its callee: the last one is where it went wrong. */
    private Optional<CellRun> failedCell() {
        return run.cells().stream()
                .filter(cell -> cell.status() == Status.FAILED && !cell.code().isBlank())
                .reduce((caller, callee) -> callee);
    }

    private void addCell(CellRun cell) {
        lines.add("");
        lines.add("  cell %d of %s:".formatted(cell.number(), cell.source().file()));
        List<String> code = cell.code().lines().toList();
        addCut(IntStream.range(0, code.size())
                .mapToObj(i -> numbered(cell, i, code.get(i)))
                .toList());
    }

    /** A main method has no line. */
    private String numbered(CellRun cell, int index, String line) {
        if (cell.source().line() == 0) {
            return "    " + line;
        }

        int number = cell.source().line() + index;
        return "  %s %4d | %s"
                .formatted(isWrong(cell, number) ? ">" : " ", number, line)
                .stripTrailing();
    }

    private boolean isWrong(CellRun cell, int line) {
        Problem problem = cell.problem() == null ? run.problem() : cell.problem();
        return problem != null
                && problem.location() != null
                && problem.location().line() == line
                && problem.location().file().equals(cell.source().file());
    }

    private void addCut(List<String> all) {
        lines.addAll(all.subList(0, Math.min(MOST_LINES, all.size())));

        if (all.size() > MOST_LINES) {
            lines.add("  ... and %d more lines".formatted(all.size() - MOST_LINES));
        }
    }
}
