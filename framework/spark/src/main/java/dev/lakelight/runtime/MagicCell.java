package dev.lakelight.runtime;

import dev.lakelight.notebook.NotebookLanguage;
import java.util.Set;

/** Runs a cell that begins with a magic other than that of a language or {@code %run}. */
final class MagicCell {

    private static final Set<String> FOR_PYTHON = Set.of("time", "timeit", "env", "set_env", "cd", "pwd");

    private final RunScope scope;
    private final CellPlace place;
    private final CellOutput output;

    MagicCell(RunScope scope, CellPlace place, CellOutput output) {
        this.scope = scope;
        this.place = place;
        this.output = output;
    }

    void run() {
        switch (place.cell().language()) {
            case "md", "md-sandbox", "raw", "skip" -> {}
            case "fs" -> new FsCell(scope.objects().dbutils().fs, place, output).run();
            case "sh" -> shell();
            case "pip", "conda", "environment", "restart_python" -> note("libraries are those of " + libraries());
            case "load_ext", "reload_ext", "autoreload", "config" -> note("there is no IPython");
            case "matplotlib" -> note("pictures are not shown");
            default -> refuse();
        }
    }

    private void shell() {
        new ShellCell(scope.objects().workingFolder(), place, place.cell().text()).run();
    }

    /** Tell whether it is a magic of Python's kernel, such as {@code %time}, that does something. */
    static boolean isForPython(CellPlace place) {
        return place.notebook().language() == NotebookLanguage.PYTHON
                && FOR_PYTHON.contains(place.cell().language());
    }

    private String libraries() {
        return place.notebook().language() == NotebookLanguage.PYTHON
                ? "the Python that runs the cells"
                : "the project";
    }

    private void note(String reason) {
        output.warn("%%%s has no effect here: %s.".formatted(place.cell().language(), reason));
    }

    private void refuse() {
        if (place.cell().text().isBlank()) {
            return;
        }

        throw place.cell().language().equals("r") ? RunErrors.noR(place) : RunErrors.unknownMagic(place);
    }
}
