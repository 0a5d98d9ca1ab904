package dev.lakelight.runtime;

import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.python.PythonCode;
import dev.lakelight.python.PythonInstallation;
import dev.lakelight.python.PythonProcess;
import dev.lakelight.python.PythonResult;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * Runs Python cells in a process of their run, which starts with the first of them: names stay for the cells that follow. It is
 * joined to the session of the run.
 */
final class PythonInterpreter implements AutoCloseable {

    private final CellObjects objects;
    private final PythonPlace home;
    private final PythonCellHost host;
    private @Nullable PythonProcess process;
    private @Nullable Dataset<?> sqlResult;

    PythonInterpreter(CellObjects objects, PythonPlace home) {
        this.objects = objects;
        this.home = home;
        this.host = new PythonCellHost(objects);
    }

    /** Take the result of an SQL cell, which Python cells of a Python notebook find in {@code _sqldf}. */
    void sqlResult(CellPlace cell, Dataset<?> result) {
        if (cell.notebook().language() == NotebookLanguage.PYTHON) {
            sqlResult = result;
        }
    }

    void run(CellPlace place, CellOutput output) {
        run(place, place.cell().text(), output);
    }

    /** Run a cell that consists of one magic of Python's kernel. */
    void runMagic(CellPlace place, CellOutput output) {
        run(place, "%" + place.cell().language() + " " + place.cell().text(), output);
    }

    private void run(CellPlace place, String text, CellOutput output) {
        if (text.isBlank()) {
            return;
        }

        host.run(place, output);

        if (process == null) {
            process = start(place);
        }

        PythonCode code = new PythonCode(text, labelOf(place), place.cell().fileLine(1), home.arguments(), sqlResult);
        sqlResult = null;
        new PythonCell(place, objects.dbutils()).end(result(process, code));
    }

    /** Return the name of a cell in tracebacks; their lines are those of the file. */
    private static String labelOf(CellPlace place) {
        return "%s (cell %d)".formatted(place.notebook().file(), place.cell().number());
    }

    private PythonProcess start(CellPlace place) {
        try {
            PythonInstallation python =
                    PythonInstallation.find(objects.spark().sparkContext().version());
            return PythonProcess.start(python, host, home.folders(), objects.workingFolder());
        } catch (EnvironmentError e) {
            throw RunErrors.noPython(place, e);
        }
    }

    private static PythonResult result(PythonProcess process, PythonCode code) {
        try {
            return process.run(code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledRun();
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }

    /**
     * Where Python runs.
     *
     * @param file the notebook or file that is run
     * @param project the project's folder
     * @param arguments of a file; null for a notebook
     */
    record PythonPlace(Path file, Path project, @Nullable List<String> arguments) {

        /** Return where modules are imported from, as in a Git folder of Databricks: beside the notebook, then from its root. */
        List<Path> folders() {
            Path beside = file.toAbsolutePath().getParent();
            Path root = project.toAbsolutePath();
            return beside == null || beside.equals(root) ? List.of(root) : List.of(beside, root);
        }
    }
}
