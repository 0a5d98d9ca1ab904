package dev.lakelight.databricks.api;

import com.databricks.sdk.core.ApiClient;
import com.databricks.sdk.core.http.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.TaskOutput;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The Jobs API 2.2. Answers are read as JSON: the SDK's classes lose states that they do not know. Every method throws {@link
 * EnvironmentError} when it fails.
 */
public final class RemoteJobs {

    private static final String JOBS = "/api/2.2/jobs/";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private final ApiClient client;

    RemoteJobs(ApiClient client) {
        this.client = client;
    }

    /** Submit a run and return its id; with the token of an earlier one the id of that. */
    public long submit(ObjectNode run) {
        return id(Calls.ask("submit the run", () -> post("runs/submit", run)), "run_id");
    }

    /** Create a job and return its id. */
    public long create(ObjectNode job) {
        return id(Calls.ask("create the job", () -> post("create", job)), "job_id");
    }

    /**
     * Find the job of a name.
     *
     * @throws EnvironmentError also when there are several
     */
    public OptionalLong find(String name) {
        long[] ids = Calls.ask(
                "look for the job '%s'".formatted(name),
                () -> StreamSupport.stream(
                                answer(new Request(Request.GET, JOBS + "list").withQueryParam("name", name))
                                        .path("jobs")
                                        .spliterator(),
                                false)
                        // The workspace takes small letters and capitals for the same.
                        .filter(job ->
                                job.path("settings").path("name").asText().equals(name))
                        .mapToLong(job -> id(job, "job_id"))
                        .toArray());

        if (ids.length > 1) {
            throw new EnvironmentError("The workspace has %d jobs '%s': %s. Say the id of one."
                    .formatted(
                            ids.length,
                            name,
                            Arrays.stream(ids).mapToObj(String::valueOf).collect(Collectors.joining(", "))));
        }

        return ids.length == 0 ? OptionalLong.empty() : OptionalLong.of(ids[0]);
    }

    /**
     * Return a job with all of its tasks, as the Jobs API tells of it.
     *
     * @param job its id or its name
     */
    public ObjectNode job(String job) {
        long id = ID.matcher(job).matches()
                ? Long.parseLong(job)
                : find(job)
                        .orElseThrow(() -> new EnvironmentError(
                                "There is no job '%s' in the workspace. Correct its name, or say its id."
                                        .formatted(job)));
        return Calls.ask("tell of the job %s".formatted(job), () -> {
            Request first = new Request(Request.GET, JOBS + "get").withQueryParam("job_id", "" + id);
            ObjectNode found = (ObjectNode) answer(first);
            ArrayNode tasks = found.withObject("/settings").withArrayProperty("tasks");
            String token = found.path("next_page_token").asText("");

            while (!token.isEmpty()) {
                Request next = new Request(Request.GET, JOBS + "get").withQueryParam("job_id", "" + id);
                JsonNode page = answer(next.withQueryParam("page_token", token));
                page.path("settings").path("tasks").forEach(tasks::add);
                token = page.path("next_page_token").asText("");
            }

            return found;
        });
    }

    /** Run a job and return the run's id; with the token of an earlier run the id of that. */
    public long runNow(long job, String token) {
        ObjectNode body = object().put("job_id", job).put("idempotency_token", token);
        return id(Calls.ask("run the job %d".formatted(job), () -> post("run-now", body)), "run_id");
    }

    /** Remove a job. */
    public void delete(long job) {
        Calls.tell("remove the job %d".formatted(job), () -> post("delete", object().put("job_id", job)));
    }

    /** Return a run with all of its tasks. */
    public FoundRun run(long id) {
        return Calls.ask("tell of the run %d".formatted(id), () -> {
            List<JsonNode> pages = new ArrayList<>();
            String token = "";

            do {
                Request request = new Request(Request.GET, JOBS + "runs/get").withQueryParam("run_id", "" + id);
                pages.add(answer(token.isEmpty() ? request : request.withQueryParam("page_token", token)));
                token = pages.get(pages.size() - 1).path("next_page_token").asText("");
            } while (!token.isEmpty());

            return FoundRun.of(pages);
        });
    }

    /** Return what a task has left. */
    public TaskOutput output(long taskRun) {
        return TaskOutput.of(Calls.ask(
                "tell what the task run %d has left".formatted(taskRun),
                () -> answer(
                        new Request(Request.GET, JOBS + "runs/get-output").withQueryParam("run_id", "" + taskRun))));
    }

    /** Begin to cancel a run. */
    public void cancel(long id) {
        Calls.tell("cancel the run %d".formatted(id), () -> post("runs/cancel", object().put("run_id", id)));
    }

    private JsonNode post(String path, ObjectNode body) throws IOException {
        Request request = new Request(Request.POST, JOBS + path, body.toString())
                .withHeader("Content-Type", "application/json")
                .withHeader("Accept", "application/json");
        return answer(request);
    }

    /** Of other types the SDK makes an object itself, which it cannot do with a tree. */
    private JsonNode answer(Request request) throws IOException {
        try (InputStream body = client.execute(request, InputStream.class)) {
            return JSON.readTree(body);
        }
    }

    private static long id(JsonNode answer, String name) {
        if (!answer.path(name).canConvertToLong()) {
            throw new EnvironmentError("Databricks answered without a '%s': %s".formatted(name, answer));
        }

        return answer.path(name).asLong();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
