package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CreateRepoResponse;
import com.databricks.sdk.service.workspace.CreateScope;
import com.databricks.sdk.service.workspace.PutSecret;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.problem.EnvironmentError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there when the workspace is started again, however it was ended. */
class DurabilityTest {

    private static final int WRITERS = 4;
    private static final int ENOUGH = 120;

    @TempDir
    Path folder;

    private Path state() {
        return folder.resolve("state");
    }

    private static Workspace start(Path state) {
        return RunningWorkspace.withUsers(state).start();
    }

    @Test
    void goesOnFromItsState() throws Exception {
        long repo;
        String token;
        String workspaceId;

        try (GitServer server = GitServer.in(folder)) {
            try (Workspace first = start(state())) {
                WorkspaceClient client = RunningWorkspace.client(first, RunningWorkspace.USER_TOKEN);
                CreateRepoResponse created = client.repos()
                        .create(new CreateRepoRequest().setUrl(server.url()).setProvider("gitHub"));
                repo = created.getId();
                client.secrets().createScope(new CreateScope().setScope("kept"));
                client.secrets()
                        .putSecret(new PutSecret().setScope("kept").setKey("k").setStringValue("v"));
                token = client.tokens()
                        .create(new com.databricks.sdk.service.settings.CreateTokenRequest())
                        .getTokenValue();
                workspaceId = RawClient.with(first, token).get("/api/2.0/repos").header("X-Databricks-Org-Id");
            }

            try (Workspace second = start(state())) {
                WorkspaceClient client = RunningWorkspace.client(second, token);

                assertThat(client.repos().get(repo).getPath())
                        .isEqualTo("/Repos/%s/pipelines".formatted(RunningWorkspace.USER));
                assertThat(client.secrets().getSecret("kept", "k").getValue()).isEqualTo("dg==");
                assertThat(RawClient.with(second, token).get("/api/2.0/repos").header("X-Databricks-Org-Id"))
                        .isEqualTo(workspaceId);
                client.repos().update(new UpdateRepoRequest().setRepoId(repo).setBranch("main"));
            }
        }
    }

    @Test
    void losesNothingAcknowledgedWhenItIsKilled() throws Exception {
        Queue<String> output = new ConcurrentLinkedQueue<>();
        List<String> acknowledged = new ArrayList<>();

        try (ForkedJvm jvm = ForkedJvm.builder()
                .classPath(RuntimeClassPath.ofThisJvm())
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1"))
                .mainClass(KilledWorkspace.class.getName())
                .arguments(List.of(state().toString()))
                .argumentFile(folder.resolve("arguments"))
                .outputTo(output::add)
                .start()) {
            Awaitility.await("the workspace's address")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> output.stream().anyMatch(line -> line.startsWith("http")));
            String url = output.stream()
                    .filter(line -> line.startsWith("http"))
                    .findFirst()
                    .orElseThrow();
            Queue<String> done = new ConcurrentLinkedQueue<>();
            List<Thread> writers = new ArrayList<>();

            for (int i = 0; i < WRITERS; i++) {
                Thread writer = new Thread(new Writer(url, "w" + i, done));
                writer.start();
                writers.add(writer);
            }

            Awaitility.await("acknowledged writes")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> done.size() >= ENOUGH);
            assertThat(ProcessHandle.of(jvm.pid()).orElseThrow().destroyForcibly())
                    .isTrue();
            for (Thread writer : writers) {
                writer.join();
            }
            acknowledged.addAll(done);
        }

        try (Workspace again = start(state())) {
            RawClient client = RawClient.with(again, RunningWorkspace.ADMIN_TOKEN);

            assertThat(acknowledged)
                    .hasSizeGreaterThanOrEqualTo(ENOUGH)
                    .allSatisfy(name -> assertThat(read(client, name)).as(name).isEqualTo(name));
        }
    }

    private static String read(RawClient client, String name) {
        return client.get("/api/2.0/workspace/export?direct_download=true&path=/Shared/" + name)
                .text();
    }

    @Test
    void takesBackAChangeOfFilesThatWasCutOff() throws Exception {
        try (GitServer server = GitServer.in(folder)) {
            long repo;
            String head;
            Path clone = state().resolve("workspace/Repos/%s/pipelines".formatted(RunningWorkspace.USER));

            try (Workspace first = start(state())) {
                WorkspaceClient client = RunningWorkspace.client(first, RunningWorkspace.USER_TOKEN);
                CreateRepoResponse created = client.repos()
                        .create(new CreateRepoRequest().setUrl(server.url()).setProvider("gitHub"));
                repo = created.getId();
                head = created.getHeadCommitId();
            }

            String target = server.write("README.md", "Changed\n")
                    .write("new.txt", "new")
                    .commitAndPush("Change", "main");
            cutOff(clone, target);
            assertThat(server.workTree()).exists();

            try (Workspace second = start(state())) {
                WorkspaceClient client = RunningWorkspace.client(second, RunningWorkspace.USER_TOKEN);

                assertThat(client.repos().get(repo).getHeadCommitId()).isEqualTo(head);
                assertThat(clone.resolve("README.md")).hasContent("Pipelines\n");
                client.repos().update(new UpdateRepoRequest().setRepoId(repo).setBranch("main"));
                assertThat(clone.resolve("README.md")).hasContent("Changed\n");
            }
        }
    }

    /** Leave what a process leaves that is killed between the first and the last file of a checkout. */
    private void cutOff(Path clone, String target) throws Exception {
        try (org.eclipse.jgit.api.Git git = org.eclipse.jgit.api.Git.open(clone.toFile())) {
            git.fetch().call();
        }
        Files.writeString(clone.resolve("README.md"), "Changed\n");
        Files.writeString(clone.resolve("new.txt"), "half of");
        Files.createFile(clone.resolve(".git/index.lock"));

        try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + state().resolve("workspace.db"));
                var statement = connection.prepareStatement("UPDATE repo SET state = 'UPDATING', update_target = ?")) {
            statement.setString(1, target);
            statement.executeUpdate();
        }
    }

    @Test
    void keepsTwoWorkspacesOutOfOneFolder() {
        try (Workspace first = start(state())) {
            assertThatThrownBy(() -> start(state()))
                    .isInstanceOf(EnvironmentError.class)
                    .hasMessage("Another workspace is running in %s. Stop it, or use another state folder."
                            .formatted(first.stateFolder()));
        }
    }

    /** Writes files until nobody answers any more. */
    private record Writer(String url, String prefix, Queue<String> done) implements Runnable {

        @Override
        public void run() {
            RawClient client =
                    new RawClient(url, java.util.Map.of("Authorization", "Bearer " + RunningWorkspace.USER_TOKEN));

            for (int i = 0; ; i++) {
                String name = prefix + "-" + i;
                try {
                    String path = "/api/2.0/workspace-files/import-file/Shared%2F" + name;
                    if (client.send("POST", path, name).status() == 200) {
                        done.add(name);
                    }
                } catch (AssertionError e) {
                    return;
                }
            }
        }
    }
}
