package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiException;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The run of one task: what it returned, why it failed, and its notebook with the outputs of cells. */
final class TaskPage {

    private TaskPage() {}

    static ApiResponse page(ApiRequest request, ApiReader api) throws IOException {
        String id = request.pathParameter("id");
        JsonNode output = api.get("/api/2.2/jobs/runs/get-output", Map.of("run_id", id));
        JsonNode metadata = output.path("metadata");
        return Html.page(
                "task",
                metadata.path("task_key").asText(metadata.path("run_name").asText()),
                Map.of(
                        "run", RunPages.Run.of(metadata),
                        "of", metadata.path("job_run_id").asText(),
                        "child", output.path("run_job_output").path("run_id").asText(),
                        "result", output.path("notebook_output").path("result").asText(),
                        "logs", output.path("logs").asText(),
                        "error", output.path("error").asText(),
                        "trace", output.path("error_trace").asText(),
                        "notebooks", notebooks(api, id)));
    }

    // Only runs of notebooks have any.
    private static List<String> notebooks(ApiReader api, String id) throws IOException {
        try {
            return Shown.each(
                    api.get("/api/2.2/jobs/runs/export", Map.of("run_id", id)).path("views"),
                    view -> view.path("content").asText());
        } catch (ApiException e) {
            return List.of();
        }
    }
}
