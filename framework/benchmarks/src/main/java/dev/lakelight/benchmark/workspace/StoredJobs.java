package dev.lakelight.benchmark.workspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.result.RunState;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.store.NewRun;
import dev.lakelight.workspace.job.store.RunType;
import dev.lakelight.workspace.job.store.Standing;
import dev.lakelight.workspace.job.store.StoredJob;
import dev.lakelight.workspace.job.store.TaskStart;
import dev.lakelight.workspace.storage.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Jobs and runs in the database of a workspace that is not started yet, as it stores them itself.
 *
 * @param jobs ids
 * @param runs ids
 */
record StoredJobs(List<Long> jobs, List<Long> runs) {

    static final String USER = "ada@example.org";
    static final int JOBS = 1_000;
    static final int RUNS = 10_000;

    private static final int TASKS = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    static StoredJobs in(Path state) throws IOException {
        try (Database database = Database.open(Files.createDirectories(state))) {
            RunStores stores = RunStores.in(database, Clock.systemUTC());
            List<StoredJob> jobs = new ArrayList<>();

            for (int i = 0; i < JOBS; i++) {
                jobs.add(stores.jobs().create(USER, settings(i)));
            }

            List<Long> runs = new ArrayList<>();

            for (int i = 0; i < RUNS; i++) {
                runs.add(stores.runs()
                        .create(run(jobs.get(i % JOBS)), succeeded(), tasks())
                        .runId());
            }

            return new StoredJobs(jobs.stream().map(StoredJob::jobId).toList(), runs);
        }
    }

    private static ObjectNode settings(int number) {
        ObjectNode settings = JSON.createObjectNode().put("name", "job " + number);
        var tasks = settings.putArray("tasks");

        for (String key : keys()) {
            tasks.addObject()
                    .put("task_key", key)
                    .putObject("notebook_task")
                    .put("notebook_path", "/Repos/%s/pipelines/%s".formatted(USER, key));
        }

        return settings;
    }

    private static List<String> keys() {
        return List.of("bronze", "silver", "gold").subList(0, TASKS);
    }

    private static NewRun run(StoredJob job) {
        return new NewRun(
                job.jobId(),
                RunType.JOB_RUN,
                job.name(),
                USER,
                "ONE_TIME",
                null,
                null,
                job.settings(),
                JSON.createObjectNode());
    }

    private static Standing succeeded() {
        return Standing.ended(RunState.SUCCESS, "");
    }

    private static List<TaskStart> tasks() {
        return keys().stream()
                .map(key -> new TaskStart(key, null, 0, 0, succeeded()))
                .toList();
    }
}
