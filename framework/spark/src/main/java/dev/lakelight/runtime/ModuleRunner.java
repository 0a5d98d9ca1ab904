package dev.lakelight.runtime;

import com.databricks.WorkflowException;
import dev.lakelight.dbutils.DBUtils;
import dev.lakelight.dbutils.NotebookExit;
import dev.lakelight.dbutils.OfficialApi;
import dev.lakelight.dbutils.RunIdentity;
import dev.lakelight.dbutils.RunParts;
import dev.lakelight.dbutils.Widgets;
import dev.lakelight.lake.Lake;
import dev.lakelight.notebook.Notebook;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.ModuleRun.Outcome;
import dev.lakelight.runtime.PythonInterpreter.PythonPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/** Runs modules on a lake, each in a session of its own. */
final class ModuleRunner {

    private final Lake lake;
    private final NotebookLocator locator;
    private final LakeUtilities utilities;
    private final CellStep step;

    ModuleRunner(Lake lake, ProjectFiles files) {
        this(lake, files, CellStep.PLAIN);
    }

    ModuleRunner(Lake lake, ProjectFiles files, CellStep step) {
        this(lake, files, step, lake.directory());
    }

    ModuleRunner(Lake lake, ProjectFiles files, CellStep step, Path copies) {
        this.lake = lake;
        this.locator = new NotebookLocator(files);
        this.utilities = LakeUtilities.of(lake, files.baseDirectory(), copies);
        this.step = step;
    }

    NotebookRun runNotebook(RunRequest request) {
        Path file = request.language() == null ? locator.find(request.module()) : locator.findFile(request.module());
        return runNotebook(request, file);
    }

    NotebookRun runNotebook(RunRequest request, Path file) {
        NotebookLanguage language = request.language();
        String name = locator.relative(file);
        return run(
                request,
                file,
                language == null ? NotebookReader.read(file, name) : NotebookReader.read(file, name, language));
    }

    /** Run a Python file as {@code __main__}, with arguments in {@code sys.argv}. */
    NotebookRun runPythonFile(RunRequest request, Path file, List<String> arguments) {
        String name = locator.relative(file);
        Path copy = utilities.workingFolder(file).copyOfModule();
        List<String> argv =
                Stream.concat(Stream.of(copy.toString()), arguments.stream()).toList();
        PythonPlace home = new PythonPlace(file, utilities.project(), argv);
        return run(request, home, NotebookReader.read(file, name, NotebookLanguage.PYTHON));
    }

    private NotebookRun run(RunRequest request, Path file, Notebook notebook) {
        return run(request, new PythonPlace(file, utilities.project(), null), notebook);
    }

    private NotebookRun run(RunRequest request, PythonPlace home, Notebook notebook) {
        RunSession session = RunSession.of(lake.session(), request.settings());
        Widgets widgets = request.widgets();
        notebook.widgets().forEach(widgets::create);
        CallChain chain = new CallChain();
        RunIdentity identity = utilities.identity(request, locator.relative(home.file()));
        ChildNotebooks children = new ChildNotebooks(this, request, chain);
        DBUtils dbutils = new DBUtils(new RunParts(identity, widgets, children, utilities.parts(session, request)));

        CellObjects objects = CellObjects.open(session, dbutils, lake, utilities.workingFolder(home.file()));

        try (RunScope scope = RunScope.of(session, widgets, objects, home)) {
            NotebookExecution execution = new NotebookExecution(scope, locator, chain, step);
            Ended ended = run(session, OfficialApi.bound(dbutils, () -> execution.run(notebook, home.file())));
            ModuleRun record = ended.record(request, execution.cells());
            return new NotebookRun(record, ended.failure(), session, widgets.unread());
        }
    }

    NotebookRun runClass(RunRequest request, List<String> arguments) {
        MainClass main = MainClass.named(request.module());
        RunSession session = RunSession.of(lake.session(), request.settings());
        MainRecorder recorder = new MainRecorder(main, arguments);
        RunIdentity identity = utilities.identity(request, request.module());
        RunParts parts = new RunParts(
                identity,
                new Widgets(Map.of()),
                (path, timeout, values) -> refuse(path),
                utilities.parts(session, request));
        Runnable work = () -> lake.activity().during(main.work(), recorder::run);
        Ended ended = run(session, OfficialApi.bound(new DBUtils(parts), work));
        return new NotebookRun(
                ended.record(request, List.of(recorder.cell(ended.failure()))), ended.failure(), session, List.of());
    }

    private static String refuse(String notebook) {
        throw new WorkflowException(
                "Cannot run the notebook '%s': only notebooks can run others, as on Databricks.".formatted(notebook));
    }

    SparkContext context() {
        return lake.session().sparkContext();
    }

    NotebookLocator locator() {
        return locator;
    }

    private static Ended run(RunSession session, Runnable work) {
        long startedAt = System.nanoTime();

        try {
            session.active(work);
            return new Ended(startedAt, null, null);
        } catch (Throwable thrown) {
            return NotebookExit.in(thrown)
                    .map(exit -> new Ended(startedAt, exit.value(), null))
                    .orElseGet(() -> new Ended(startedAt, null, thrown));
        }
    }

    private record Ended(
            Duration duration,
            @Nullable String exitValue,
            @Nullable Throwable failure) {

        Ended(long startedAt, @Nullable String exitValue, @Nullable Throwable failure) {
            this(Duration.ofNanos(System.nanoTime() - startedAt), exitValue, failure);
        }

        ModuleRun record(RunRequest request, List<CellRun> cells) {
            return new ModuleRun(
                    request.module(),
                    request.configuration(),
                    request.parameters(),
                    failure == null ? Outcome.SUCCEEDED : Outcome.FAILED,
                    duration,
                    cells,
                    exitValue,
                    failure == null ? null : Problems.of(failure));
        }
    }
}
