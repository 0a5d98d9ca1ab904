package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs, and one with its tasks. */
final class RunPages {

    private static final String LIST = "/api/2.2/jobs/runs/list";

    private RunPages() {}

    static ApiResponse list(ApiRequest request, ApiReader api) throws IOException {
        Map<String, String> parameters = Shown.page(request, "25");
        JsonNode found = api.get(LIST, parameters);
        return Html.page(
                "runs", "Runs", Map.of("runs", Shown.each(found.path("runs"), Run::of), "older", Shown.next(found)));
    }

    static List<Run> runs(ApiReader api, Map<String, String> parameters) throws IOException {
        return Shown.each(api.get(LIST, parameters).path("runs"), Run::of);
    }

    static ApiResponse one(ApiRequest request, ApiReader api) throws IOException {
        JsonNode run = api.get("/api/2.2/jobs/runs/get", Map.of("run_id", request.pathParameter("id")));
        List<Task> tasks = Shown.each(run.path("tasks"), Task::of);
        return Html.page("run", Run.of(run).name(), Map.of("run", Run.of(run), "tasks", tasks));
    }

    /** A run. */
    record Run(
            String id,
            String name,
            String job,
            String state,
            String tone,
            String message,
            String started,
            String duration,
            String trigger,
            String creator) {

        static Run of(JsonNode run) {
            String state = Shown.state(run);
            return new Run(
                    run.path("run_id").asText(),
                    run.path("run_name").asText("Untitled"),
                    run.path("job_id").asText(),
                    state,
                    Shown.tone(state),
                    run.path("state").path("state_message").asText(),
                    Shown.time(run.path("start_time")),
                    Shown.between(run.path("start_time"), run.path("end_time")),
                    run.path("trigger").asText(),
                    run.path("creator_user_name").asText());
        }
    }

    /**
     * A task of a run.
     *
     * @param attempt 1 for the first
     */
    private record Task(
            String id,
            String key,
            String kind,
            String after,
            String state,
            String tone,
            String message,
            String duration,
            String attempt,
            String cluster) {

        static Task of(JsonNode task) {
            String state = Shown.state(task);
            return new Task(
                    task.path("run_id").asText(),
                    task.path("task_key").asText(),
                    JobPages.kind(task),
                    JobPages.after(task),
                    state,
                    Shown.tone(state),
                    task.path("state").path("state_message").asText(),
                    Shown.between(task.path("start_time"), task.path("end_time")),
                    String.valueOf(task.path("attempt_number").asInt() + 1),
                    task.path("cluster_instance").path("cluster_id").asText());
        }
    }
}
