package dev.lakelight.workspace;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.compute.ClusterDetails;
import com.databricks.sdk.service.compute.CreateCluster;
import com.databricks.sdk.service.compute.State;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.workspace.Import;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import dev.lakelight.job.TaskAction;
import dev.lakelight.job.run.TaskAttempt;
import dev.lakelight.job.run.TaskEnd;
import dev.lakelight.job.run.TaskValues;
import dev.lakelight.launch.FileTree;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.cluster.TaskCluster;
import dev.lakelight.workspace.cluster.TaskPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;

/** A workspace with a cluster that runs: starting a driver is dear. Tests share one unless they change it. */
final class RunningCluster implements AutoCloseable {

    private static final class Shared {

        static final RunningCluster CLUSTER = started();

        private static RunningCluster started() {
            try {
                RunningCluster cluster = new RunningCluster();
                Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
                return cluster;
            } catch (IOException e) {
                throw new IllegalStateException("The shared cluster does not start", e);
            }
        }
    }

    private final Path folder;
    private final Workspace workspace;
    private final MovableClock clock = new MovableClock();
    private final String id;

    RunningCluster() throws IOException {
        FastDrivers.prepare();
        folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "clusters");
        workspace = RunningWorkspace.withUsers(folder).clock(clock).start();
        id = user().clusters().create(embedded("shared")).getResponse().getClusterId();
        var unused = await(id, State.RUNNING);
    }

    /** Return the one for tests that leave cluster and clock as they are; it ends with this JVM. */
    static RunningCluster shared() {
        return Shared.CLUSTER;
    }

    static CreateCluster embedded(String name) {
        return new CreateCluster()
                .setClusterName(name)
                .setSparkVersion("15.4.x-scala2.12")
                .setNodeTypeId("i3.xlarge")
                .setNumWorkers(0L)
                .setAutoterminationMinutes(60L);
    }

    /** Wait until a cluster is in a state. The ways to wait of the SDK, which SdkFlowTest tries, sleep longer and longer. */
    ClusterDetails await(String cluster, State state) {
        Awaitility.await("%s is %s".formatted(cluster, state))
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .failFast(
                        "it is terminated",
                        () -> state != State.TERMINATED
                                && user().clusters().get(cluster).getState() == State.TERMINATED)
                .until(() -> user().clusters().get(cluster).getState() == state);
        return user().clusters().get(cluster);
    }

    /** The same for its own one. */
    ClusterDetails await(State state) {
        return await(id, state);
    }

    /** Wait until a run is over. */
    Run ended(long runId) {
        Awaitility.await("run %d is over".formatted(runId))
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> List.of("TERMINATED", "INTERNAL_ERROR", "SKIPPED")
                        .contains(String.valueOf(
                                user().jobs().getRun(runId).getState().getLifeCycleState())));
        return user().jobs().getRun(runId);
    }

    Workspace workspace() {
        return workspace;
    }

    MovableClock clock() {
        return clock;
    }

    String id() {
        return id;
    }

    WorkspaceClient user() {
        return RunningWorkspace.client(workspace, RunningWorkspace.USER_TOKEN);
    }

    WorkspaceClient admin() {
        return RunningWorkspace.client(workspace, RunningWorkspace.ADMIN_TOKEN);
    }

    WorkspaceClient other() {
        return RunningWorkspace.client(workspace, RunningWorkspace.OTHER_TOKEN);
    }

    static Principal grace() {
        return new Principal(
                2, Principal.Kind.USER, RunningWorkspace.USER, "Grace Hopper", Set.of(Principal.USERS, "engineers"));
    }

    /** Put a notebook into the folder of Grace and return its path. */
    String notebook(String name, Language language, String source) throws IOException {
        String path = "/Users/%s/%s".formatted(RunningWorkspace.USER, name);
        user().workspace()
                .importContent(new Import()
                        .setPath(path)
                        .setFormat(ImportFormat.SOURCE)
                        .setLanguage(language)
                        .setOverwrite(true)
                        .setContent(Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8))));
        return path;
    }

    TaskPlace place(String... jars) {
        return new TaskPlace(folder.resolve("workspace"), grace(), List.of(jars));
    }

    ModuleRun run(TaskAction action) throws InterruptedException {
        return run(action, new TaskValues());
    }

    ModuleRun run(TaskAction action, TaskValues values, String... jars) throws InterruptedException {
        try (TaskCluster cluster = workspace.clusters().existing(id, grace())) {
            TaskEnd end = cluster.run(
                    new TaskAttempt("task", action, values, new TaskAttempt.InJob("11", 12, 13)), place(jars));
            return end.run();
        }
    }

    ModuleRun runNotebook(String path) throws InterruptedException {
        return run(new TaskAction.Notebook(path, Map.of()));
    }

    @Override
    public void close() {
        workspace.close();
        FileTree.delete(folder);
    }
}
