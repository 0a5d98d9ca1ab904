package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.configuration.Placeholders;
import dev.lakelight.databricks.job.Compute;
import dev.lakelight.databricks.job.PlannedTest;
import dev.lakelight.databricks.job.TaskBody;
import dev.lakelight.databricks.job.WireJob;
import dev.lakelight.databricks.rows.NotRemoteException;
import dev.lakelight.databricks.suite.Step;
import dev.lakelight.databricks.suite.StepJob;
import dev.lakelight.databricks.suite.SuiteFolders;
import dev.lakelight.job.Job;
import dev.lakelight.job.JobSelection;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the steps of tests that no notebook of ours can lead into the catalog of the test: classes and jobs. They run on job clusters
 * whose sessions begin there.
 */
final class TestModules {

    private final DatabricksSettings settings;
    private final RunPlace place;
    private final WorkspacePaths paths;
    private final ClassesJar classes;

    TestModules(DatabricksSettings settings, SuiteFolders folders, RunPlace place) {
        this.settings = settings;
        this.place = place;
        this.paths = new WorkspacePaths(folders, place);
        this.classes = new ClassesJar(folders.classes());
    }

    /**
     * Write the task of a class.
     *
     * @throws NotRemoteException when the class cannot be run there
     */
    TaskBody mainClass(PlannedTest test, Step.MainClass step, Placeholders placeholders) {
        requireClass(step.module());
        return new TaskBody.MainClass(
                step.module(),
                step.arguments().stream().map(placeholders::resolve).toList(),
                place.library(settings),
                test.catalogCluster());
    }

    /**
     * Write a job.
     *
     * @param number of the step, from 1
     * @throws NotRemoteException when the job cannot be run there
     * @throws dev.lakelight.problem.UserError when there is a mistake in the job, or in what it is given
     */
    WrittenJob job(PlannedTest test, int number, Step.OfJob step, Placeholders placeholders) {
        ObjectNode cluster = catalogCluster(test, "the job " + step.module());
        JobSelection selection = step.job().read(placeholders);
        mainClasses(selection).forEach(this::requireClass);
        Map<String, String> values = new LinkedHashMap<>(step.configured());
        values.keySet().retainAll(selection.job().parameters().keySet());
        values.putAll(step.parameters());
        Map<String, String> resolved = placeholders.resolve(values);
        Map<String, String> unused = selection.job().parametersWith(resolved);
        StepJob files = step.job();
        WireJob wire = new WireJob(
                path -> paths.notebook(files.file(path)),
                path -> paths.file(files.file(path)),
                settings.files() == null ? "" : place.library(settings),
                cluster);
        return new WrittenJob("%s_step%d".formatted(test.catalog(), number), selection, wire, resolved);
    }

    private static Stream<String> mainClasses(JobSelection selection) {
        return selection.all().stream()
                .map(Job::tasks)
                .flatMap(tasks -> tasks.stream().map(TestModules::actionOf))
                .flatMap(action -> action instanceof TaskAction.Jar jar ? Stream.of(jar.mainClass()) : Stream.empty());
    }

    private static TaskAction actionOf(Task task) {
        return task.action() instanceof TaskAction.ForEach each ? each.task().action() : task.action();
    }

    private void requireClass(String name) {
        if (settings.files() == null) {
            throw new NotRemoteException(
                    "it runs the class %s, and there is no volume for the library that holds it; set lakelight.databricks.files"
                            .formatted(name));
        }

        if (!classes.has(name)) {
            throw new NotRemoteException(
                    "it runs the class %s, which is not among the classes of this module: only those are taken along"
                            .formatted(name));
        }
    }

    /**
     * Return the description of the cluster of a test.
     *
     * @param what needs it, for the message
     * @throws NotRemoteException when the suite is not run on job clusters
     */
    ObjectNode catalogCluster(PlannedTest test, String what) {
        if (settings.compute() instanceof Compute.JobCluster cluster) {
            return cluster.inCatalog(test.catalog(), test.work().settings());
        }

        throw new NotRemoteException(
                "it runs %s, which needs a cluster that begins in the catalog of the test; describe a job cluster by lakelight.databricks.cluster"
                        .formatted(what));
    }

    /** Return whether a test needs the library. */
    static boolean needsLibrary(WrittenTest test) {
        return test.bodies().values().stream().anyMatch(TaskBody.MainClass.class::isInstance)
                || test.jobs().values().stream()
                        .anyMatch(job -> mainClasses(job.selection()).findAny().isPresent());
    }

    /** Return the bytes of the library. */
    byte[] library() {
        return classes.bytes();
    }

    /** Return the path of a notebook in the workspace. */
    String notebook(Path file) {
        return paths.notebook(file);
    }

    /** Return the path of the project's base directory in the workspace. */
    String project() {
        return "/Workspace" + paths.file(paths.folders().baseDirectory());
    }
}
