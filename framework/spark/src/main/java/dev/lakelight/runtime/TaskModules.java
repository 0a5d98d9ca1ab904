package dev.lakelight.runtime;

import dev.lakelight.configuration.Configuration;
import dev.lakelight.dbutils.TaskValueScope;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskEnd;
import dev.lakelight.job.run.TaskRunner;
import dev.lakelight.notebook.NotebookLanguage;
import dev.lakelight.project.ProjectFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs what tasks of a job name: notebooks, classes, SQL and Python files. */
final class TaskModules implements TaskRunner {

    private final ModuleRunner runner;
    private final ProjectFiles files;
    private final @Nullable Configuration configuration;
    private final Map<String, String> tags;

    TaskModules(ModuleRunner runner, ProjectFiles files, @Nullable Configuration configuration) {
        this(runner, files, configuration, Map.of());
    }

    TaskModules(
            ModuleRunner runner, ProjectFiles files, @Nullable Configuration configuration, Map<String, String> tags) {
        this.runner = runner;
        this.files = files;
        this.configuration = configuration;
        this.tags = tags;
    }

    @Override
    public TaskEnd run(TaskAttempt attempt) {
        // The thread is the task's alone, but has inherited the tags of whatever made it, by which its jobs could be
        // cancelled.
        runner.context().clearJobTags();
        return new TaskEnd(runModule(attempt).record());
    }

    private NotebookRun runModule(TaskAttempt attempt) {
        TaskAction action = attempt.action();

        if (action instanceof TaskAction.Notebook notebook) {
            return runner.runNotebook(request(attempt, notebook.path(), notebook.parameters()));
        }

        if (action instanceof TaskAction.Jar jar) {
            List<String> arguments = jar.arguments();
            return runner.runClass(request(attempt, jar.mainClass(), RunRequest.numbered(arguments)), arguments);
        }

        if (action instanceof TaskAction.SqlFile sql) {
            RunRequest request = request(attempt, sql.path(), sql.parameters());
            return runner.runNotebook(request.takenFor(NotebookLanguage.SQL), files.resolve(sql.path()));
        }

        if (action instanceof TaskAction.PythonFile python) {
            List<String> arguments = python.arguments();
            RunRequest request = request(attempt, python.path(), RunRequest.numbered(arguments));
            return runner.runPythonFile(request, files.resolve(python.path()), arguments);
        }

        throw new IllegalStateException("the job runs %s itself".formatted(action.kind()));
    }

    /** Parameters are those of the job and the task; the configuration gives its settings. */
    private RunRequest request(TaskAttempt attempt, String module, Map<String, String> parameters) {
        return RunRequest.of(module, configuration, Map.of()).with(parameters).in(new ValuesOfTask(attempt, tags));
    }

    private record ValuesOfTask(TaskAttempt attempt, Map<String, String> more) implements TaskValueScope {

        @Override
        public boolean inJob() {
            return true;
        }

        @Override
        public String task() {
            return attempt.task();
        }

        @Override
        public Map<String, String> tags() {
            String run = String.valueOf(attempt.job().runId());
            Map<String, String> tags = new LinkedHashMap<>(more);
            tags.putAll(Map.of("jobId", attempt.job().jobId(), "idInJob", run, "multitaskParentRunId", run));
            return tags;
        }

        @Override
        public void set(String key, String json) {
            attempt.values().set(attempt.task(), key, json);
        }

        @Override
        public Optional<String> find(String task, String key) {
            return attempt.values().find(task, key);
        }
    }
}
