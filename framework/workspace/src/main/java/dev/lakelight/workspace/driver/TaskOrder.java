package dev.lakelight.workspace.driver;

import dev.lakelight.job.TaskAction;
import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskValue;
import dev.lakelight.job.run.TaskValues;
import java.util.List;
import java.util.Map;

/**
 * A task for a driver to run.
 *
 * @param task its key
 * @param kind of module
 * @param module path or class
 * @param parameters of notebooks and SQL files
 * @param arguments of classes and Python files
 * @param values that tasks of the run have set before
 * @param jobId of the job that it belongs to
 * @param runId of the job's run
 * @param taskRunId of the task's run
 * @param place where its files are, and who runs it
 */
public record TaskOrder(
        String task,
        Kind kind,
        String module,
        Map<String, String> parameters,
        List<String> arguments,
        List<TaskValue> values,
        String jobId,
        long runId,
        long taskRunId,
        Place place) {

    /** What a task runs. */
    public enum Kind {
        NOTEBOOK,
        JAR,
        PYTHON_FILE,
        SQL_FILE
    }

    /**
     * Where a task's files are, and who runs it.
     *
     * @param root folder that paths lead from, absolute
     * @param user name
     * @param jars libraries
     * @param secrets that the user may read
     */
    public record Place(String root, String user, List<String> jars, List<Secret> secrets) {}

    /** A secret with its value. */
    public record Secret(String scope, String key, String value) {

        /** Return no value. */
        @Override
        public String toString() {
            return "secret %s/%s".formatted(scope, key);
        }
    }

    /** Return the order to run an attempt. */
    public static TaskOrder of(TaskAttempt attempt, Place place) {
        TaskAction action = attempt.action();

        if (action instanceof TaskAction.Notebook notebook) {
            return of(attempt, place, Kind.NOTEBOOK, notebook.path(), notebook.parameters(), List.of());
        }

        if (action instanceof TaskAction.Jar jar) {
            return of(attempt, place, Kind.JAR, jar.mainClass(), Map.of(), jar.arguments());
        }

        if (action instanceof TaskAction.PythonFile python) {
            return of(attempt, place, Kind.PYTHON_FILE, python.path(), Map.of(), python.arguments());
        }

        if (action instanceof TaskAction.SqlFile sql) {
            return of(attempt, place, Kind.SQL_FILE, sql.path(), sql.parameters(), List.of());
        }

        throw new IllegalArgumentException("a driver does not run " + action.kind());
    }

    private static TaskOrder of(
            TaskAttempt attempt,
            Place place,
            Kind kind,
            String module,
            Map<String, String> parameters,
            List<String> arguments) {
        return new TaskOrder(
                attempt.task(),
                kind,
                module,
                parameters,
                arguments,
                attempt.values().all(),
                attempt.job().jobId(),
                attempt.job().runId(),
                attempt.job().taskRunId(),
                place);
    }

    /** Return the attempt; paths lead from the root. */
    TaskAttempt attempt(TaskValues known) {
        values.forEach(value -> known.set(value.task(), value.key(), value.json()));
        return new TaskAttempt(task, action(), known, new TaskAttempt.InJob(jobId, runId, taskRunId));
    }

    private TaskAction action() {
        return switch (kind) {
            case NOTEBOOK -> new TaskAction.Notebook(path(), parameters);
            case JAR -> new TaskAction.Jar(module, arguments);
            case PYTHON_FILE -> new TaskAction.PythonFile(path(), arguments);
            case SQL_FILE -> new TaskAction.SqlFile(path(), parameters);
        };
    }

    private String path() {
        return module.replaceFirst("^/+(Workspace/+)?", "");
    }
}
