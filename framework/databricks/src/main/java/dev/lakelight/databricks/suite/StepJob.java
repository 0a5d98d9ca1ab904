package dev.lakelight.databricks.suite;

import static java.util.Objects.requireNonNull;

import dev.lakelight.configuration.Placeholders;
import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.file.JobReader;
import dev.lakelight.job.file.JobReference;
import dev.lakelight.problem.UserError;
import dev.lakelight.project.ProjectFiles;
import java.nio.file.Path;

/**
 * A job that a test runs.
 *
 * @param reference which one; values of its variables may hold placeholders
 * @param files finds its file
 * @param notebooks tells which of its notebooks a workspace can run
 */
public record StepJob(JobReference reference, ProjectFiles files, StepNotebooks notebooks) {

    public StepJob {
        requireNonNull(reference, "reference");
        requireNonNull(files, "files");
        requireNonNull(notebooks, "notebooks");
    }

    /**
     * Read the job and those that it runs.
     *
     * @throws NotRemoteException when a workspace cannot run one of them as it is run here
     * @throws UserError when there is no such job, or with its mistakes
     */
    public JobSelection read(Placeholders placeholders) {
        JobSelection selection = new JobReader(files).read(reference.with(placeholders.resolve(reference.variables())));
        selection.all().forEach(job -> job.tasks().forEach(task -> requireRunnable(job, task, selection)));
        return selection;
    }

    /** Return the file of a notebook or Python file that a task names. */
    public Path file(String path) {
        return files.resolve(path);
    }

    private void requireRunnable(Job job, Task task, JobSelection selection) {
        String name = "the task '%s' of the job '%s'".formatted(task.key(), job.name());
        TaskAction action = task.action();

        if (action instanceof TaskAction.Notebook notebook) {
            requireFile(name, notebook.path());
            Path unused = notebooks.runnable(file(notebook.path()));
        } else if (action instanceof TaskAction.PythonFile python) {
            requireFile(name, python.path());
            Unsupported.refuse(
                    !notebooks.languages().python(),
                    name + " runs Python, and lakelight.databricks.exitLanguage says that there is none");
        } else if (action instanceof TaskAction.SqlFile) {
            throw new NotRemoteException(name + " runs a SQL file, which Databricks does on a warehouse and not in the"
                    + " catalog of the test; make it a notebook");
        } else if (action instanceof TaskAction.Unsupported unsupported) {
            throw new NotRemoteException(
                    "%s is a %s, which is not run here either".formatted(name, unsupported.kind()));
        } else if (action instanceof TaskAction.ForEach each) {
            requireRunnable(job, each.task(), selection);
        } else if (action instanceof TaskAction.RunJob other) {
            Unsupported.refuse(
                    selection.other(other.jobId()).isEmpty(),
                    "%s runs the job %s, which is not in the file".formatted(name, other.jobId()));
        }
    }

    private static void requireFile(String task, String path) {
        Unsupported.refuse(path.contains("{{"), task + " is told only when it runs which file that is");
    }
}
