package dev.lakelight.workspace;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.NotebookTask;
import com.databricks.sdk.service.jobs.Run;
import com.databricks.sdk.service.jobs.RunNow;
import com.databricks.sdk.service.jobs.Task;
import com.databricks.sdk.service.jobs.TaskDependency;
import com.databricks.sdk.service.workspace.ImportFormat;
import com.databricks.sdk.service.workspace.Language;
import dev.lakelight.launch.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A workspace for tests of jobs, whose clusters run scripts. Test classes share one. */
final class JobWorkspace implements AutoCloseable {

    static final String NOTEBOOK = "/Shared/load";

    private static final JobWorkspace SHARED = started();

    private final ScriptedClusters clusters = new ScriptedClusters();
    private final Workspace workspace;

    private JobWorkspace(Path folder) {
        this.workspace =
                RunningWorkspace.withUsers(folder).taskClusters(clusters).start();
        prepare();
    }

    static JobWorkspace shared() {
        return SHARED;
    }

    static JobWorkspace in(Path folder) {
        return new JobWorkspace(folder);
    }

    private static JobWorkspace started() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "jobs");
            JobWorkspace started = new JobWorkspace(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                started.close();
                FileTree.delete(folder);
            }));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void prepare() {
        String content = Base64.getEncoder()
                .encodeToString("-- Databricks notebook source\nSELECT 1\n".getBytes(StandardCharsets.UTF_8));
        admin().workspace()
                .importContent(new com.databricks.sdk.service.workspace.Import()
                        .setPath(NOTEBOOK)
                        .setFormat(ImportFormat.SOURCE)
                        .setLanguage(Language.SQL)
                        .setOverwrite(true)
                        .setContent(content));
    }

    Workspace get() {
        return workspace;
    }

    ScriptedClusters clusters() {
        return clusters;
    }

    WorkspaceClient admin() {
        return RunningWorkspace.client(workspace, RunningWorkspace.ADMIN_TOKEN);
    }

    WorkspaceClient user() {
        return RunningWorkspace.client(workspace, RunningWorkspace.USER_TOKEN);
    }

    WorkspaceClient other() {
        return RunningWorkspace.client(workspace, RunningWorkspace.OTHER_TOKEN);
    }

    RawClient raw() {
        return RawClient.with(workspace, RunningWorkspace.USER_TOKEN);
    }

    /** Return a task that does something, as {@link ScriptedClusters} has it: {@code do}, then names and values in turn. */
    static Task task(String key, String script, String... parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("do", script);

        for (int i = 0; i < parameters.length; i += 2) {
            all.put(parameters[i], parameters[i + 1]);
        }

        return new Task()
                .setTaskKey(key)
                .setNotebookTask(new NotebookTask().setNotebookPath(NOTEBOOK).setBaseParameters(all));
    }

    static TaskDependency on(String key) {
        return new TaskDependency().setTaskKey(key);
    }

    long create(String name, Task... tasks) {
        return create(new CreateJob().setName(name), tasks);
    }

    long create(CreateJob job, Task... tasks) {
        return user().jobs().create(job.setTasks(Arrays.asList(tasks))).getJobId();
    }

    /** Run a job and return the run when it is over. */
    Run run(long jobId) {
        return ended(
                user().jobs().runNow(new RunNow().setJobId(jobId)).getResponse().getRunId());
    }

    Run ended(long runId) {
        Awaitility.await("run %d is over".formatted(runId))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> List.of("TERMINATED", "SKIPPED", "INTERNAL_ERROR").contains(stateOf(runId)));
        return admin().jobs().getRun(runId);
    }

    String stateOf(long runId) {
        return String.valueOf(admin().jobs().getRun(runId).getState().getLifeCycleState());
    }

    void await(long runId, String state) {
        Awaitility.await("run %d is %s".formatted(runId, state))
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> stateOf(runId).equals(state));
    }

    @Override
    public void close() {
        workspace.close();
    }
}
