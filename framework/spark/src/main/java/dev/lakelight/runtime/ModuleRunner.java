package dev.lakelight.runtime;

import dev.lakelight.dbutils.NotebookExit;
import dev.lakelight.dbutils.Widgets;
import dev.lakelight.lake.Lake;
import dev.lakelight.notebook.Notebook;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.notebook.NotebookReader;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.CellRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.ModuleRun.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs modules on a lake, each in a session of its own. */
final class ModuleRunner {

    private final Lake lake;
    private final NotebookLocator locator;

    ModuleRunner(Lake lake, ProjectFiles files) {
        this.lake = lake;
        this.locator = new NotebookLocator(files);
    }

    NotebookRun runNotebook(RunRequest request) {
        return runNotebook(request, locator.find(request.module()));
    }

    NotebookRun runNotebook(RunRequest request, Path file) {
        return run(request, file, NotebookReader.read(file, locator.relative(file)));
    }

    /** Run a file of SQL statements as a notebook with one cell, whether it has a header or not. */
    NotebookRun runSqlFile(RunRequest request, Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        return run(request, file, NotebookReader.read(content, locator.relative(file), NotebookLanguage.SQL));
    }

    private NotebookRun run(RunRequest request, Path file, Notebook notebook) {
        RunSession session = RunSession.of(lake.session(), request.settings());
        Widgets widgets = request.widgets();
        notebook.widgets().forEach(widgets::create);
        CallChain chain = new CallChain();
        ChildNotebooks children = new ChildNotebooks(this, request, chain);

        try (RunScope scope = RunScope.of(session, widgets, children, lake)) {
            NotebookExecution execution = new NotebookExecution(scope, locator, chain);
            Ended ended = run(session, () -> execution.run(notebook, file));
            ModuleRun record = ended.record(request, execution.cells());
            return new NotebookRun(record, ended.failure(), session, widgets.unread());
        }
    }

    NotebookRun runClass(RunRequest request, List<String> arguments) {
        MainClass main = MainClass.named(request.module());
        RunSession session = RunSession.of(lake.session(), request.settings());
        MainRecorder recorder = new MainRecorder(main, arguments);
        Ended ended = run(session, () -> lake.activity().during(main.work(), recorder::run));
        return new NotebookRun(
                ended.record(request, List.of(recorder.cell(ended.failure()))), ended.failure(), session, List.of());
    }

    NotebookLocator locator() {
        return locator;
    }

    private static Ended run(RunSession session, Runnable work) {
        long startedAt = System.nanoTime();

        try {
            session.active(work);
            return new Ended(startedAt, null, null);
        } catch (NotebookExit exit) {
            return new Ended(startedAt, exit.value(), null);
        } catch (Throwable failure) {
            return new Ended(startedAt, null, failure);
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
