package dev.lakelight.workspace.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lakelight.workspace.api.ApiRequest;
import dev.lakelight.workspace.api.ApiResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Jobs, and one with its tasks and runs. */
final class JobPages {

    private static final String LIST = "/api/2.2/jobs/list";

    private JobPages() {}

    static ApiResponse list(ApiRequest request, ApiReader api) throws IOException {
        Map<String, String> parameters = Shown.page(request, "100");
        JsonNode found = api.get(LIST, parameters);
        return Html.page(
                "jobs", "Jobs", Map.of("jobs", Shown.each(found.path("jobs"), Job::of), "older", Shown.next(found)));
    }

    static List<Job> jobs(ApiReader api, Map<String, String> parameters) throws IOException {
        return Shown.each(api.get(LIST, parameters).path("jobs"), Job::of);
    }

    static ApiResponse one(ApiRequest request, ApiReader api) throws IOException {
        String id = request.pathParameter("id");
        JsonNode job = api.get("/api/2.2/jobs/get", Map.of("job_id", id));
        return Html.page(
                "job",
                Job.of(job).name(),
                Map.of(
                        "job", Job.of(job),
                        "tasks", Shown.each(job.path("settings").path("tasks"), TaskSettings::of),
                        "runs", RunPages.runs(api, Map.of("job_id", id, "limit", "25"))));
    }

    /** A job. */
    record Job(String id, String name, String description, String creator, String created, String schedule) {

        static Job of(JsonNode job) {
            JsonNode settings = job.path("settings");
            return new Job(
                    job.path("job_id").asText(),
                    settings.path("name").asText("Untitled"),
                    settings.path("description").asText(),
                    job.path("creator_user_name").asText(),
                    Shown.time(job.path("created_time")),
                    schedule(settings.path("schedule")));
        }

        private static String schedule(JsonNode schedule) {
            if (schedule.isMissingNode()) {
                return "";
            }

            return "%s %s%s"
                    .formatted(
                            schedule.path("quartz_cron_expression").asText(),
                            schedule.path("timezone_id").asText(),
                            schedule.path("pause_status").asText().equals("PAUSED") ? " (paused)" : "");
        }
    }

    /**
     * A task as the job describes it.
     *
     * @param kind the field that says what it runs
     */
    private record TaskSettings(String key, String kind, String after) {

        static TaskSettings of(JsonNode task) {
            return new TaskSettings(task.path("task_key").asText(), JobPages.kind(task), JobPages.after(task));
        }
    }

    /** Return the field that says what a task runs. */
    static String kind(JsonNode task) {
        List<String> names = new ArrayList<>();
        task.fieldNames().forEachRemaining(names::add);
        return names.stream().filter(name -> name.endsWith("_task")).findFirst().orElse("");
    }

    /** Return what a task waits for. */
    static String after(JsonNode task) {
        return String.join(
                ", ",
                Shown.each(
                        task.path("depends_on"), each -> each.path("task_key").asText()));
    }
}
