package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskEnd;
import dev.lakelight.job.run.TaskRunner;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.cluster.ClusterFailure;
import dev.lakelight.workspace.cluster.TaskPlace;
import dev.lakelight.workspace.job.run.RunClusters.Lease;
import dev.lakelight.workspace.job.store.TerminationCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the tasks of one run on its clusters. */
final class ClusterTasks implements TaskRunner {

    private final RunClusters clusters;
    private final WireTasks tasks;
    private final DurableWatcher watcher;
    private final Sources sources;

    ClusterTasks(RunClusters clusters, WireTasks tasks, DurableWatcher watcher, Sources sources) {
        this.clusters = clusters;
        this.tasks = tasks;
        this.watcher = watcher;
        this.sources = sources;
    }

    @Override
    public TaskEnd run(TaskAttempt attempt) {
        long id = attempt.job().taskRunId();

        try {
            return run(attempt, tasks.find(attempt.task()).orElseThrow());
        } catch (TaskFailure e) {
            watcher.blame(id, e.code());
            throw e;
        } catch (ClusterFailure e) {
            watcher.blame(id, TerminationCode.DRIVER_ERROR);
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TaskFailure(TerminationCode.RUN_EXECUTION_ERROR, RunMessages.CANCELLED, e);
        }
    }

    private TaskEnd run(TaskAttempt attempt, JsonNode task) throws InterruptedException {
        TaskPlace place = sources.place(attempt.action(), task);

        try (Lease lease = clusters.lease(task)) {
            watcher.runs(attempt.job().taskRunId(), lease.cluster());

            try {
                return lease.cluster().run(attempt, place);
            } catch (ClusterFailure e) {
                lease.died().run();
                throw e;
            }
        }
    }

    /**
     * Where the files of tasks are.
     *
     * @param files of the workspace
     * @param checkout of the run's repository, or the root of the workspace when it has none
     * @param isGit whether there is a repository
     */
    record Sources(TaskFiles files, Path checkout, boolean isGit, Principal runAs) {

        TaskPlace place(TaskAction action, JsonNode task) {
            boolean fromGit = isGit && !"WORKSPACE".equals(source(task));

            if (!fromGit) {
                requireRunnable(action);
            }

            return new TaskPlace(fromGit ? checkout : files.root(), runAs, jars(task));
        }

        private static String source(JsonNode task) {
            for (String kind : List.of("notebook_task", "spark_python_task")) {
                if (task.path(kind).has("source")) {
                    return task.path(kind).path("source").asText();
                }
            }

            return task.path("sql_task").path("file").path("source").asText();
        }

        private void requireRunnable(TaskAction action) {
            if (action instanceof TaskAction.Notebook notebook) {
                files.requireRunnable(notebook.path(), "notebook", runAs);
            } else if (action instanceof TaskAction.PythonFile file) {
                files.requireRunnable(file.path(), "file", runAs);
            } else if (action instanceof TaskAction.SqlFile file) {
                files.requireRunnable(file.path(), "file", runAs);
            }
        }

        private static List<String> jars(JsonNode task) {
            List<String> jars = new ArrayList<>();
            task.path("libraries").forEach(library -> {
                if (library.hasNonNull("jar")) {
                    jars.add(library.path("jar").asText());
                }
            });
            return jars;
        }
    }
}
