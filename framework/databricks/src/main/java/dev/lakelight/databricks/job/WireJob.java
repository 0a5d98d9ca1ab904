package dev.lakelight.databricks.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.Dependency;
import dev.lakelight.job.Job;
import dev.lakelight.job.Task;
import dev.lakelight.job.TaskAction;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Writes jobs of the project as the Jobs API takes them. They keep what decides which tasks run, with what, and when; what starts them
 * by themselves and whom they tell of it is left out, and all of their tasks share one cluster.
 */
public final class WireJob {

    private static final String CLUSTER = "tasks";

    private final UnaryOperator<String> notebooks;
    private final UnaryOperator<String> files;
    private final String library;
    private final ObjectNode cluster;

    /**
     * Write jobs.
     *
     * @param notebooks gives the path in the workspace of a notebook that a task names
     * @param files the same for other files
     * @param library path of the jar with the project's classes
     * @param cluster description of the cluster of their tasks
     */
    public WireJob(UnaryOperator<String> notebooks, UnaryOperator<String> files, String library, ObjectNode cluster) {
        this.notebooks = notebooks;
        this.files = files;
        this.library = library;
        this.cluster = cluster.deepCopy();
    }

    /**
     * Return the settings of a job.
     *
     * @param name in the workspace
     * @param ids which jobs that it runs have in the workspace, by those that they have in the project
     */
    public ObjectNode of(Job job, String name, Map<String, Long> ids) {
        ObjectNode settings = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("description", job.name())
                .put("max_concurrent_runs", 1)
                .put("timeout_seconds", job.timeout().toSeconds());
        ArrayNode parameters = settings.putArray("parameters");
        job.parameters()
                .forEach((parameter, value) ->
                        parameters.addObject().put("name", parameter).put("default", value));
        settings.putArray("job_clusters")
                .addObject()
                .put("job_cluster_key", CLUSTER)
                .set("new_cluster", cluster);
        ArrayNode tasks = settings.putArray("tasks");
        job.tasks().forEach(task -> write(task, tasks.addObject(), ids));
        return settings;
    }

    private void write(Task task, ObjectNode node, Map<String, Long> ids) {
        node.put("task_key", task.key())
                .put("run_if", task.runIf().name())
                .put("timeout_seconds", task.timeout().toSeconds());
        ArrayNode dependsOn = node.putArray("depends_on");
        task.dependsOn().forEach(dependency -> write(dependency, dependsOn.addObject()));

        if (task.retries().most() != 0) {
            node.put("max_retries", task.retries().most())
                    .put("min_retry_interval_millis", task.retries().pause().toMillis())
                    .put("retry_on_timeout", task.retries().afterTimeout());
        }

        if (task.disabled()) {
            node.put("disabled", true);
        }

        write(task.action(), node, ids);
    }

    private static void write(Dependency dependency, ObjectNode node) {
        node.put("task_key", dependency.task());

        if (dependency.outcome() != null) {
            node.put("outcome", dependency.outcome());
        }
    }

    private void write(TaskAction action, ObjectNode task, Map<String, Long> ids) {
        ObjectNode node = task.putObject(action.kind());

        if (action.runsModule()) {
            task.put("job_cluster_key", CLUSTER);
        }

        if (action instanceof TaskAction.Notebook notebook) {
            node.put("notebook_path", notebooks.apply(notebook.path())).put("source", "WORKSPACE");
            notebook.parameters().forEach(node.putObject("base_parameters")::put);
        } else if (action instanceof TaskAction.Jar jar) {
            jar.arguments().forEach(node.put("main_class_name", jar.mainClass()).putArray("parameters")::add);
            task.putArray("libraries").addObject().put("jar", library);
        } else if (action instanceof TaskAction.PythonFile python) {
            node.put("python_file", files.apply(python.path())).put("source", "WORKSPACE");
            python.arguments().forEach(node.putArray("parameters")::add);
        } else if (action instanceof TaskAction.Condition condition) {
            node.put("op", condition.operator().name())
                    .put("left", condition.left())
                    .put("right", condition.right());
        } else if (action instanceof TaskAction.RunJob other) {
            node.put("job_id", Objects.requireNonNull(ids.get(other.jobId()), "a job that was made before"));
            other.parameters().forEach(node.putObject("job_parameters")::put);
        } else if (action instanceof TaskAction.ForEach each) {
            node.put("inputs", each.inputs()).put("concurrency", each.concurrency());
            write(each.task(), node.putObject("task"), ids);
        } else {
            throw new IllegalArgumentException("refused before: " + action.kind());
        }
    }
}
