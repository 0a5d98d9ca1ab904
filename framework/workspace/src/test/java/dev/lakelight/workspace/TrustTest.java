package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.service.jobs.ConditionTask;
import com.databricks.sdk.service.jobs.ConditionTaskOp;
import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.JobEmailNotifications;
import com.databricks.sdk.service.jobs.RunNow;
import com.databricks.sdk.service.jobs.Task;
import com.databricks.sdk.service.workspace.CreateCredentialsRequest;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.problem.UserError;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.tls.CertificateAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace in a JVM of its own, among servers whose certificates an authority has signed that Java does not know. */
class TrustTest {

    private static final String TOKEN = "ghp_walrus-lantern-42";

    @TempDir
    Path folder;

    private static WorkspaceClient awaitClient(Path state, Queue<String> output) {
        Awaitility.await("the workspace has started: " + output)
                .atMost(Duration.ofSeconds(60))
                .until(() -> output.stream().anyMatch(line -> line.contains("address")));
        return new WorkspaceClient(new DatabricksConfig()
                .setConfigFile(state.resolve("databrickscfg").toString())
                .setProfile("DEFAULT"));
    }

    @Test
    void clonesAndSendsMailByAnAuthorityThatItIsTold() throws Exception {
        Path authority = Files.createDirectory(folder.resolve("authority"));
        KeyStore certificate = CertificateAuthority.open(authority, new DurableFiles(authority.resolve("scratch")))
                .serverCertificate("127.0.0.1");
        Path repositories = Files.createDirectory(folder.resolve("repositories"));
        Path state = folder.resolve("state");
        Queue<String> output = new ConcurrentLinkedQueue<>();

        try (GitServer repository = GitServer.in(repositories);
                TlsGitServer git = TlsGitServer.of(repositories, certificate, "grace", TOKEN);
                StartTlsMailServer mail = StartTlsMailServer.start(certificate);
                ForkedJvm jvm = ForkedJvm.builder()
                        .classPath(RuntimeClassPath.ofThisJvm())
                        .jvmOptions(List.of("-XX:TieredStopAtLevel=1"))
                        .mainClass(WorkspaceMain.class.getName())
                        .arguments(List.of(
                                "--state",
                                state.toString(),
                                "--trust",
                                authority.resolve("ca.pem").toString(),
                                "--mail",
                                mailFile(mail.port()).toString()))
                        .argumentFile(folder.resolve("arguments"))
                        .outputTo(output::add)
                        .start()) {
            WorkspaceClient client = awaitClient(state, output);
            assertThat(jvm.isAlive()).isTrue();

            clone(client, git);
            notify(client);

            assertThat(client.workspace().list("/Repos/admin@localhost/pipelines"))
                    .isNotEmpty();
            Awaitility.await("the mail")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> mail.mails().size() == 1);
            assertThat(mail.mails().get(0)).contains("To: ops@example.org", "From: lakelight@example.org", "told");
            assertThat(output).noneMatch(line -> line.contains(TOKEN));
            assertThat(repository.workTree()).isNotEmptyDirectory();
        }
    }

    private Path mailFile(int port) throws Exception {
        return Files.writeString(
                folder.resolve("mail.yml"),
                "{ host: 127.0.0.1, port: %d, from: lakelight@example.org }".formatted(port));
    }

    private static void clone(WorkspaceClient client, TlsGitServer git) {
        var unused = client.gitCredentials()
                .create(new CreateCredentialsRequest()
                        .setGitProvider("gitHub")
                        .setGitUsername("grace")
                        .setPersonalAccessToken(TOKEN));
        var unusedToo = client.repos()
                .create(new CreateRepoRequest()
                        .setUrl(git.url() + "/pipelines.git")
                        .setProvider("gitHub")
                        .setPath("/Repos/admin@localhost/pipelines"));
    }

    private static void notify(WorkspaceClient client) {
        long job = client.jobs()
                .create(new CreateJob()
                        .setName("told")
                        .setEmailNotifications(new JobEmailNotifications().setOnSuccess(List.of("ops@example.org")))
                        .setTasks(List.of(new Task()
                                .setTaskKey("condition")
                                .setConditionTask(new ConditionTask()
                                        .setOp(ConditionTaskOp.EQUAL_TO)
                                        .setLeft("1")
                                        .setRight("1")))))
                .getJobId();
        var unused = client.jobs().runNow(new RunNow().setJobId(job));
    }

    @Test
    void saysWhatIsNoCertificate() throws Exception {
        Path none = Files.writeString(folder.resolve("none.pem"), "no certificate\n");
        Path missing = folder.resolve("missing.pem");

        assertThatThrownBy(() -> CommandLine.parse("--state", folder.toString(), "--trust", none.toString())
                        .start())
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(none + " is no PEM file with certificates: ");
        assertThatThrownBy(() -> CommandLine.parse("--state", folder.toString(), "--trust", missing.toString())
                        .start())
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("The certificates in %s cannot be read: ".formatted(missing));
    }
}
