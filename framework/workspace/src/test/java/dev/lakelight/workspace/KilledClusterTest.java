package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.service.compute.ClusterDetails;
import com.databricks.sdk.service.compute.State;
import com.databricks.sdk.service.compute.TerminationReasonCode;
import com.databricks.sdk.service.jobs.NotebookTask;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.SubmitRun;
import com.databricks.sdk.service.jobs.SubmitTask;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No cluster outlives its workspace, which has no Spark itself and keeps the secrets of its environment. */
class KilledClusterTest {

    private static final String SECRET = "LAKELIGHT_SECRET_SERVER__TOKEN";

    @TempDir
    Path folder;

    @Test
    void endsClustersWithTheWorkspace() throws Exception {
        Queue<String> output = new ConcurrentLinkedQueue<>();
        Path state = folder.resolve("state");
        String id;

        try (ForkedJvm jvm = ForkedJvm.builder()
                .classPath(withoutSpark())
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1", "-Dlakelight.cds=off"))
                .mainClass(KilledWorkspace.class.getName())
                .arguments(List.of(state.toString(), sparkClassPath().toString()))
                .environment(Map.of(SECRET, "of-the-server"))
                .argumentFile(folder.resolve("arguments"))
                .outputTo(output::add)
                .start()) {
            WorkspaceClient client = client(url(output));
            id = client.clusters()
                    .create(RunningCluster.embedded("killed"))
                    .get()
                    .getClusterId();
            assertThat(DriverProcesses.of(id)).hasSize(1);
            assertThat(variable(SECRET, client, id)).isEqualTo("null");
            assertThat(variable("HOME", client, id)).isEqualTo(System.getenv("HOME"));

            assertThat(ProcessHandle.of(jvm.pid()).orElseThrow().destroyForcibly())
                    .isTrue();
            Awaitility.await("end of the driver")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> DriverProcesses.of(id).isEmpty());
        }

        try (Workspace again = RunningWorkspace.withUsers(state).start()) {
            ClusterDetails details = client(again.url()).clusters().get(id);

            assertThat(details.getState()).isEqualTo(State.TERMINATED);
            assertThat(details.getTerminationReason().getCode())
                    .isEqualTo(TerminationReasonCode.CLOUD_PROVIDER_SHUTDOWN);
            assertThat(details.getStateMessage())
                    .isEqualTo("The workspace was stopped, or has ended, while the cluster was running.");
        }
    }

    /** Return what code on a cluster finds in its environment. */
    private static String variable(String name, WorkspaceClient client, String cluster) throws Exception {
        String path = "/Users/%s/environment".formatted(RunningWorkspace.USER);
        client.workspace()
                .importContent(new Import()
                        .setPath(path)
                        .setFormat(ImportFormat.SOURCE)
                        .setLanguage(Language.SQL)
                        .setOverwrite(true)
                        .setContent(Base64.getEncoder()
                                .encodeToString("""
                                -- Databricks notebook source
                                SELECT raise_error(concat('found ', java_method('java.lang.System', 'getenv', '%s'), '!'))
                                """.formatted(name).getBytes(StandardCharsets.UTF_8))));
        Run run = client.jobs()
                .submit(new SubmitRun()
                        .setTasks(List.of(new SubmitTask()
                                .setTaskKey("look")
                                .setExistingClusterId(cluster)
                                .setNotebookTask(new NotebookTask().setNotebookPath(path)))))
                .get();
        String error = client.jobs()
                .getRunOutput(run.getTasks().iterator().next().getRunId())
                .getError();
        return error.replaceFirst("(?s).*found (.*?)!.*", "$1");
    }

    private static String url(Queue<String> output) {
        Awaitility.await("the workspace's address")
                .atMost(Duration.ofSeconds(60))
                .until(() -> output.stream().anyMatch(line -> line.startsWith("http")));
        return output.stream()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
    }

    private static WorkspaceClient client(String url) {
        return new WorkspaceClient(new DatabricksConfig()
                .setHost(url)
                .setConfigFile("no-such-file")
                .setAuthType("pat")
                .setToken(RunningWorkspace.USER_TOKEN));
    }

    private static List<Path> withoutSpark() {
        return RuntimeClassPath.ofThisJvm().stream()
                .filter(entry -> !entry.getFileName().toString().matches("(spark|delta|hadoop|scala)-.*"))
                .toList();
    }

    /** Those of a project, which does not know Lakelight. */
    private Path sparkClassPath() throws IOException {
        String entries = RuntimeClassPath.ofThisJvm().stream()
                .filter(entry -> Files.isRegularFile(entry))
                .filter(entry -> !entry.getFileName().toString().startsWith("lakelight"))
                .map(Path::toString)
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("class-path"), entries);
    }
}
