package dev.lakelight.databricks.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as the Jobs API tells of it.
 *
 * @param run the run itself
 * @param tasks by their keys; of a task that was tried again the last attempt
 * @param iterations of a for-each task, when it is the run of one, in their order
 * @param parameters of the job with the values that it ran with
 */
public record FoundRun(
        FoundTask run, Map<String, FoundTask> tasks, List<FoundTask> iterations, Map<String, String> parameters) {

    public FoundRun {
        tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
        iterations = List.copyOf(iterations);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Read the pages of {@code runs/get}; there is at least one. */
    public static FoundRun of(List<JsonNode> pages) {
        Map<String, FoundTask> tasks = new LinkedHashMap<>();
        List<FoundTask> iterations = new ArrayList<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        pages.forEach(page -> {
            page.path("tasks").forEach(node -> {
                FoundTask task = FoundTask.of(node);
                tasks.put(task.key(), task);
            });
            page.path("iterations").forEach(node -> iterations.add(FoundTask.of(node)));
            page.path("job_parameters")
                    .forEach(node -> parameters.put(node.path("name").asText(), value(node)));
        });
        return new FoundRun(FoundTask.of(pages.get(0)), tasks, iterations, parameters);
    }

    private static String value(JsonNode parameter) {
        return parameter
                .path(parameter.hasNonNull("value") ? "value" : "default")
                .asText();
    }

    /** Return what is wrong with the run itself, whatever became of its tasks; it has ended. */
    public Optional<String> breakdown() {
        return switch (run.end()) {
            case SUCCEEDED, SUCCEEDED_IN_PART, FAILED -> Optional.empty();
            default ->
                Optional.of("The run on Databricks ended with %s. %s Look at %s"
                        .formatted(run.state(), run.message(), run.page()));
        };
    }

    /** Return a task, when the workspace tells of it. */
    public Optional<FoundTask> task(String key) {
        return Optional.ofNullable(tasks.get(key));
    }
}
