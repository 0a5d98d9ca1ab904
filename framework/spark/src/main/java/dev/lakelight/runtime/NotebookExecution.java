package dev.lakelight.runtime;

import dev.lakelight.dbutils.InputWidgetNotDefined;
import dev.lakelight.dbutils.NotebookExit;
import dev.lakelight.notebook.Cell;
import dev.lakelight.notebook.Notebook;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.notebook.RunCommand;
import dev.lakelight.notebook.RunCommand.Argument;
import dev.lakelight.result.CellRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs a notebook, and what it calls by {@code %run}, in one scope. */
final class NotebookExecution {

    private final RunScope scope;
    private final NotebookLocator locator;
    private final CellRecorder recorder;
    private final CallChain chain;
    private final CellStep step;

    NotebookExecution(RunScope scope, NotebookLocator locator, CallChain chain, CellStep step) {
        this.scope = scope;
        this.recorder = new CellRecorder(scope.activity());
        this.locator = locator;
        this.chain = chain;
        this.step = step;
    }

    List<CellRun> cells() {
        return recorder.cells();
    }

    void run(Notebook notebook, Path file) {
        chain.enter(file);

        try {
            for (Cell cell : notebook.cells()) {
                CellPlace place = new CellPlace(notebook, cell);
                step.take(
                        place,
                        () -> recorder.run(place, output -> {
                            run(place, output);
                            endWhenExitWasCaught();
                        }));
            }
        } finally {
            chain.leave();
        }
    }

    private void run(CellPlace place, CellOutput output) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancelledRun();
        }

        switch (place.cell().language()) {
            case "sql" -> new SqlInterpreter(scope, place, output).run();
            case "java" -> scope.java().run(place, output);
            case "scala" -> scope.scala().run(place, output);
            case "python" -> scope.python().run(place, output);
            case "run" -> runOther(place);
            default -> runMagic(place, output);
        }
    }

    /** Code that catches all that is thrown goes on behind an exit, but no later cell does. */
    private void endWhenExitWasCaught() {
        NotebookExit.calledIn(scope.objects().dbutils()).ifPresent(exit -> {
            CellWarnings.add(
                    "dbutils.notebook.exit was called, but the cell's code has caught it and gone on behind it."
                            + " The notebook ends with this cell. Call exit outside of try and Try.");
            throw exit;
        });
    }

    private void runMagic(CellPlace place, CellOutput output) {
        if (MagicCell.isForPython(place)) {
            scope.python().runMagic(place, output);
        } else {
            new MagicCell(scope, place, output).run();
        }
    }

    private void runOther(CellPlace place) {
        RunCommand command = RunCommand.in(place.notebook(), place.cell());
        Path file = locator.findFrom(
                chain.current(),
                command.path(),
                lookedAt -> RunErrors.noNotebookToRun(command.path(), lookedAt, place));
        requireNotRunning(file, place);
        Notebook notebook = NotebookReader.read(file, locator.relative(file));
        Runnable restore = scope.widgets().pass(values(command.arguments(), place));

        try {
            run(notebook, file);
        } finally {
            restore.run();
        }
    }

    private void requireNotRunning(Path file, CellPlace place) {
        if (chain.contains(file)) {
            List<String> names =
                    chain.with(file).stream().map(locator::relative).toList();
            throw RunErrors.circularRun(names, place);
        }
    }

    private Map<String, String> values(List<Argument> arguments, CellPlace place) {
        Map<String, String> values = new LinkedHashMap<>();
        arguments.forEach(argument -> values.put(argument.name(), value(argument, place)));
        return values;
    }

    private String value(Argument argument, CellPlace place) {
        return switch (argument.kind()) {
            case TEXT -> argument.value();
            case WIDGET ->
                scope.widgets()
                        .find(argument.value())
                        .orElseThrow(() -> InputWidgetNotDefined.referredTo(
                                argument.value(),
                                "$%s in %s".formatted(argument.value(), place.describe(place.firstLine())),
                                scope.widgets().names(),
                                place.firstLine()));
        };
    }
}
