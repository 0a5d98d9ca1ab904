package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Runs, and one with its tasks. */
final class RunPages {

    private RunPages() {}

    static ApiResponse list(ApiRequest request, ApiReader api) throws IOException {
        return Html.page("runs", "Runs", Map.of("runs", runs(api, Map.of("limit", "25"))));
    }

    static List<Run> runs(ApiReader api, Map<String, String> parameters) throws IOException {
        return Shown.each(api.get("/api/2.2/jobs/runs/list", parameters).path("runs"), Run::of);
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
     * @param attempt 0 for the first
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
                    task.path("attempt_number").asText("0"),
                    task.path("cluster_instance").path("cluster_id").asText());
        }
    }
}
