package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that go on when the workspace is killed have failed when it starts again, and what was told stays true. */
class JobDurabilityTest {

    private static final String JOB = """
            {"name": "daily", "tasks": [
              {"task_key": "set", "notebook_task": {"notebook_path": "/Shared/load", "base_parameters": {"do": "set"}}},
              {"task_key": "load", "depends_on": [{"task_key": "set"}],
               "notebook_task": {"notebook_path": "/Shared/load", "base_parameters": {"do": "wait"}}}]}
            """;

    @TempDir
    Path folder;

    private Path state() {
        return folder.resolve("state");
    }

    @Test
    void failsByRestartWhatWasActiveWhenItIsKilled() throws Exception {
        Queue<String> output = new ConcurrentLinkedQueue<>();
        long runId;

        try (ForkedJvm jvm = ForkedJvm.builder()
                .classPath(RuntimeClassPath.ofThisJvm())
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1"))
                .mainClass(KilledJobs.class.getName())
                .arguments(List.of(state().toString()))
                .argumentFile(folder.resolve("arguments"))
                .outputTo(output::add)
                .start()) {
            Awaitility.await("the workspace's address")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> output.stream().anyMatch(line -> line.startsWith("http")));
            RawClient client = new RawClient(
                    output.stream()
                            .filter(line -> line.startsWith("http"))
                            .findFirst()
                            .orElseThrow(),
                    Map.of("Authorization", "Bearer " + RunningWorkspace.USER_TOKEN));
            long job = client.send("POST", "/api/2.2/jobs/create", JOB)
                    .json()
                    .path("job_id")
                    .asLong();
            runId = client.send("POST", "/api/2.2/jobs/run-now", "{\"job_id\": %d}".formatted(job))
                    .json()
                    .path("run_id")
                    .asLong();
            Awaitility.await("the second task runs")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> state(client, runId, 1).equals("RUNNING"));
            assertThat(ProcessHandle.of(jvm.pid()).orElseThrow().destroyForcibly())
                    .isTrue();
        }

        try (JobWorkspace again = JobWorkspace.in(state())) {
            var run = again.user().jobs().getRun(runId);
            assertThat(String.valueOf(run.getState().getLifeCycleState())).isEqualTo("INTERNAL_ERROR");
            assertThat(run.getState().getStateMessage()).contains("failed by restart");
            assertThat(run.getTasks())
                    .extracting(
                            task -> task.getTaskKey() + " " + task.getState().getResultState())
                    .containsExactly("set SUCCESS", "load FAILED");
        }
    }

    private static String state(RawClient client, long runId, int task) {
        return client.get("/api/2.2/jobs/runs/get?run_id=" + runId)
                .json()
                .path("tasks")
                .path(task)
                .path("state")
                .path("life_cycle_state")
                .asText();
    }
}
