package dev.lakelight.databricks.job;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The tasks of a run as the Jobs API has them. The tests are in lanes, as many as may run at a time; in a lane one begins when the one
 * before it has ended, however that was.
 */
public final class TaskGraph {

    /** The task that drops the catalogs. */
    public static final String DROP = "drop";

    private static final String ALL_DONE = "ALL_DONE";
    private static final String ALL_SUCCESS = "ALL_SUCCESS";

    private final String folder;
    private final Compute compute;
    private final Map<String, TaskBody> bodies;
    private final ArrayNode tasks = JsonNodeFactory.instance.arrayNode();

    /**
     * Begin a graph.
     *
     * @param folder of the generated notebooks, each named as its task
     * @param compute what all tasks run on
     * @param bodies of tasks that are more than a notebook without parameters, by their keys
     */
    public TaskGraph(String folder, Compute compute, Map<String, TaskBody> bodies) {
        this.folder = folder;
        this.compute = compute;
        this.bodies = Map.copyOf(bodies);
    }

    /**
     * Return the tasks.
     *
     * @param tests in order
     * @param parallel how many may run at a time
     * @param dropNotebook name of the notebook that drops their catalogs, or empty when they are kept
     */
    public ArrayNode of(List<PlannedTest> tests, int parallel, String dropNotebook) {
        List<String> lanes = new ArrayList<>();

        for (int i = 0; i < tests.size(); i++) {
            if (i < parallel) {
                lanes.add(add(tests.get(i), ""));
            } else {
                lanes.set(i % parallel, add(tests.get(i), lanes.get(i % parallel)));
            }
        }

        if (!dropNotebook.isEmpty()) {
            task(DROP, dropNotebook, lanes, ALL_DONE);
        }

        return tasks;
    }

    /** Add the tasks of a test and return the key of the last one. */
    private String add(PlannedTest test, String before) {
        task(test.seedTask(), test.seedTask(), before.isEmpty() ? List.of() : List.of(before), ALL_DONE);
        String last = test.seedTask();

        for (int step = 1; step <= test.work().steps().size(); step++) {
            task(test.stepTask(step), test.stepTask(step), List.of(last), ALL_SUCCESS);
            last = test.stepTask(step);
        }

        if (!test.hasCheck()) {
            return last;
        }

        // Unless that is expected, there is nothing to look at when a step has failed.
        task(test.checkTask(), test.checkTask(), List.of(last), test.work().mayFail() ? ALL_DONE : ALL_SUCCESS);
        return test.checkTask();
    }

    private void task(String key, String notebook, List<String> after, String runIf) {
        ObjectNode task = tasks.addObject().put("task_key", key).put("run_if", after.isEmpty() ? ALL_SUCCESS : runIf);

        if (!after.isEmpty()) {
            ArrayNode depends = task.putArray("depends_on");
            after.forEach(other -> depends.addObject().put("task_key", other));
        }

        TaskBody body = bodies.getOrDefault(key, TaskBody.Notebook.PLAIN);

        if (body instanceof TaskBody.Notebook parameters) {
            add(parameters, notebook, task);
        } else if (body instanceof TaskBody.MainClass main) {
            add(main, task);
        } else if (body instanceof TaskBody.OtherJob job) {
            ObjectNode runJob = task.putObject("run_job_task").put("job_id", job.id());
            putAll(job.parameters(), "job_parameters", runJob);
        }
    }

    private void add(TaskBody.Notebook body, String notebook, ObjectNode task) {
        ObjectNode notebookTask = task.putObject("notebook_task")
                .put("notebook_path", folder + "/" + notebook)
                .put("source", "WORKSPACE");
        putAll(body.parameters(), "base_parameters", notebookTask);
        compute.addTo(task.put("max_retries", 0));
    }

    private static void add(TaskBody.MainClass main, ObjectNode task) {
        ArrayNode arguments = task.putObject("spark_jar_task")
                .put("main_class_name", main.name())
                .putArray("parameters");
        main.arguments().forEach(arguments::add);
        task.putArray("libraries").addObject().put("jar", main.library());
        task.put("max_retries", 0).put("job_cluster_key", main.cluster());
    }

    private static void putAll(Map<String, String> parameters, String field, ObjectNode task) {
        if (!parameters.isEmpty()) {
            parameters.forEach(task.putObject(field)::put);
        }
    }
}
