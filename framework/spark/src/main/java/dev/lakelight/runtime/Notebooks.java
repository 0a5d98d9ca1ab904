package dev.lakelight.runtime;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.configuration.Placeholders;
import dev.lakelight.lake.Lake;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.project.ProjectFiles;
import dev.lakelight.result.ModuleRun;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs notebooks and Java modules on one lake. Every run has a session of its own, as on Databricks: it shares the lake's tables
 * and has its own temporary views, settings and widgets. Runs may be made from any thread and beside each other.
 */
public final class Notebooks {

    private final ModuleRunner runner;
    private final Placeholders placeholders;
    private final Consumer<ModuleRun> listener;
    private final @Nullable NotebookLanguage language;

    private Notebooks(
            ModuleRunner runner,
            Placeholders placeholders,
            Consumer<ModuleRun> listener,
            @Nullable NotebookLanguage language) {
        this.runner = runner;
        this.placeholders = placeholders;
        this.listener = listener;
        this.language = language;
    }

    /** Run modules on a lake; notebooks are looked up in the files. */
    public static Notebooks in(Lake lake, ProjectFiles files) {
        return new Notebooks(new ModuleRunner(lake, files), placeholders(lake, files), run -> {}, null);
    }

    static Placeholders placeholders(Lake lake, ProjectFiles files) {
        return Placeholders.of(Map.of(
                Placeholders.LAKE_FILES, lake.files().toString(),
                Placeholders.LAKE_NAME, lake.name(),
                Placeholders.PROJECT_BASEDIR, files.baseDirectory().toString()));
    }

    /** Return the same with a listener that is told of every run when it has ended; those of called notebooks are part of it. */
    public Notebooks onRun(Consumer<ModuleRun> next) {
        return new Notebooks(runner, placeholders, listener.andThen(next), language);
    }

    /**
     * Return the same for files that are taken for notebooks of a language, with or without the header and whatever their names;
     * as Databricks does when a file is imported with its language. Paths are written with their extension. Cells are told apart
     * by the language's mark, {@code // COMMAND ----------} in Scala; without one the file is a single cell. With null, name and
     * header decide, as they do at first.
     */
    public Notebooks takenFor(@Nullable NotebookLanguage newLanguage) {
        return new Notebooks(runner, placeholders, listener, newLanguage);
    }

    /** Run a notebook without parameters. */
    public NotebookRun run(String path) {
        return run(path, Map.of());
    }

    /**
     * Run a notebook. A failing cell does not throw: ask the run.
     *
     * @param path of the notebook, from the project's base directory or a search root; the extension may be left out
     * @param parameters values for its widgets; they win over the widgets' defaults
     * @throws dev.lakelight.problem.UserError when there is no such notebook
     */
    public NotebookRun run(String path, Map<String, String> parameters) {
        return runNotebook(RunRequest.of(path, null, parameters));
    }

    /** Run a notebook with the parameters and Spark settings of a configuration. Its seeds are the lake's business. */
    public NotebookRun run(String path, Configuration configuration) {
        return run(path, configuration, Map.of());
    }

    /** Run a notebook under a configuration, with parameters that win over those of the configuration. */
    public NotebookRun run(String path, Configuration configuration, Map<String, String> parameters) {
        return runNotebook(RunRequest.of(path, configuration, parameters));
    }

    /**
     * Run a Java or Scala class by its {@code public static void main(String[])} in this JVM. While it runs,
     * {@code SparkSession.builder().getOrCreate()} returns a session of the lake; stopping that does nothing. A
     * {@code System.exit} ends the JVM of the tests, which is then RED.
     *
     * @param className with package
     * @throws dev.lakelight.problem.UserError when there is no such class, or it has no main method
     */
    public NotebookRun runClass(String className, String... arguments) {
        return runClass(className, null, List.of(arguments));
    }

    /** Run a class with the Spark settings of a configuration; parameters of a configuration are for notebooks only. */
    public NotebookRun runClass(String className, @Nullable Configuration configuration, List<String> arguments) {
        List<String> resolved = arguments.stream().map(placeholders::resolve).toList();
        RunRequest request = RunRequest.of(className, configuration, Map.of()).with(RunRequest.numbered(resolved));
        return tell(runner.runClass(request, resolved));
    }

    private NotebookRun runNotebook(RunRequest request) {
        Map<String, String> resolved = placeholders.resolve(request.parameters());
        return tell(runner.runNotebook(request.with(resolved).takenFor(language)));
    }

    private NotebookRun tell(NotebookRun run) {
        listener.accept(run.record());
        return run;
    }
}
