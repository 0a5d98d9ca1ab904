package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** The form of settings that version 2.0 has: what the one task does stands beside the settings of the job. */
final class SingleTask {

    static final String KEY = "main";
    static final String FORMAT = "SINGLE_TASK";

    private static final List<String> KINDS = List.of(
            "notebook_task",
            "spark_jar_task",
            "spark_python_task",
            "spark_submit_task",
            "python_wheel_task",
            "pipeline_task",
            "dbt_task",
            "sql_task");

    private static final List<String> FIELDS = Stream.concat(
                    KINDS.stream(),
                    Stream.of(
                            "existing_cluster_id",
                            "new_cluster",
                            "libraries",
                            "max_retries",
                            "min_retry_interval_millis",
                            "retry_on_timeout"))
            .toList();

    private SingleTask() {}

    /** Return whether settings are of this form. */
    static boolean isOne(JsonNode settings) {
        return !settings.path("tasks").isArray() && KINDS.stream().anyMatch(settings::hasNonNull);
    }

    /** Bring settings of this form into the other one. */
    static void spread(ObjectNode settings) {
        ObjectNode task = settings.objectNode().put("task_key", KEY);
        move(settings, task);
        settings.putArray("tasks").add(task);
        settings.put("format", FORMAT);
    }

    /** Bring settings with one task into this form; settings of another form stay as they are. */
    static void gather(ObjectNode settings) {
        if (settings.path("format").asText().equals(FORMAT) && settings.get("tasks") instanceof ArrayNode tasks) {
            settings.remove("tasks");
            move(tasks.get(0), settings);
        }
    }

    private static void move(JsonNode from, ObjectNode to) {
        FIELDS.stream().filter(from::hasNonNull).forEach(field -> to.set(field, from.get(field)));

        if (from instanceof ObjectNode source) {
            source.remove(FIELDS);
        }
    }

    /** Return what version 2.0 calls the task of a run, and its cluster. */
    static void describe(JsonNode task, ObjectNode run) {
        ObjectNode description = run.putObject("task");
        KINDS.stream().filter(task::hasNonNull).forEach(kind -> description.set(kind, task.get(kind)));
        ObjectNode cluster = run.putObject("cluster_spec");
        List.of("existing_cluster_id", "new_cluster", "job_cluster_key", "libraries").stream()
                .filter(task::hasNonNull)
                .forEach(field -> cluster.set(field, task.get(field)));
    }
}
