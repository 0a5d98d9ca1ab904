package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksError;
import com.databricks.sdk.service.workspace.CreateCredentialsRequest;
import com.databricks.sdk.service.workspace.CreateRepoRequest;
import com.databricks.sdk.service.workspace.CreateRepoResponse;
import com.databricks.sdk.service.workspace.UpdateRepoRequest;
import dev.lakelight.workspace.storage.DurableFiles;
import dev.lakelight.workspace.tls.CertificateAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Git folders of remotes that ask for a password, by TLS. */
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock("javax.net.ssl")
class TlsRepoTest {

    private static final String TOKEN = "ghp_walrus-lantern-42";
    private static final String PATH = "/Repos/%s/pipelines".formatted(RunningWorkspace.USER);
    private static final SSLSocketFactory BEFORE = HttpsURLConnection.getDefaultSSLSocketFactory();

    @TempDir
    private static Path authority;

    private static KeyStore certificate;

    @TempDir
    Path folder;

    private GitServer repository;
    private TlsGitServer server;
    private Workspace workspace;
    private WorkspaceClient client;

    @BeforeAll
    static void trust() throws Exception {
        certificate = CertificateAuthority.open(authority, new DurableFiles(authority.resolve("scratch")))
                .serverCertificate("127.0.0.1");
        HttpsURLConnection.setDefaultSSLSocketFactory(
                StartTest.trusting(authority.resolve("ca.pem")).getSocketFactory());
    }

    @AfterAll
    static void trustAsBefore() {
        HttpsURLConnection.setDefaultSSLSocketFactory(BEFORE);
    }

    @BeforeEach
    void start() throws Exception {
        Path repositories = Files.createDirectory(folder.resolve("repositories"));
        repository = GitServer.in(repositories);
        server = TlsGitServer.of(repositories, certificate, "grace", TOKEN);
        workspace = RunningWorkspace.withUsers(folder.resolve("state")).start();
        client = RunningWorkspace.client(workspace, RunningWorkspace.USER_TOKEN);
    }

    @AfterEach
    void stop() {
        workspace.close();
        server.close();
        repository.close();
    }

    private void logIn(String token) {
        var unused = client.gitCredentials()
                .create(new CreateCredentialsRequest()
                        .setGitProvider("gitHub")
                        .setGitUsername("grace")
                        .setPersonalAccessToken(token));
    }

    private CreateRepoResponse create(TlsGitServer remote) {
        return client.repos()
                .create(new CreateRepoRequest()
                        .setUrl(remote.url() + "/pipelines.git")
                        .setProvider("gitHub")
                        .setPath(PATH));
    }

    @Test
    void clonesAndPullsWithTheCredentialOfItsUser() throws Exception {
        logIn(TOKEN);

        CreateRepoResponse created = create(server);

        assertThat(client.workspace().list(PATH)).isNotEmpty();
        repository.branch("feature").write("gold/new.sql", "-- Databricks notebook source\nSELECT 2\n");
        String commit = repository.commitAndPush("Second", "feature");
        client.repos().update(new UpdateRepoRequest().setRepoId(created.getId()).setBranch("feature"));
        assertThat(client.repos().get(created.getId()).getHeadCommitId()).isEqualTo(commit);
        assertThat(Set.copyOf(server.logins())).containsExactly(TlsGitServer.basic("grace", TOKEN));
        assertThat(workspace.auditLog().after(0, 1000).toString()).doesNotContain(TOKEN);
        assertThat(filesWith(TOKEN)).isEmpty();
    }

    @Test
    void refusesWhoHasNoCredential() {
        assertThatThrownBy(() -> create(server))
                .isInstanceOf(DatabricksError.class)
                .hasMessage("%s/pipelines.git refuses access. Add a git credential for its provider, or mend it."
                        .formatted(server.url()));
        assertThat(server.logins()).isEmpty();
    }

    @Test
    void tellsNobodyACredentialThatIsRefused() throws Exception {
        logIn(TOKEN + "-old");

        assertThatThrownBy(() -> create(server))
                .isInstanceOf(DatabricksError.class)
                .hasMessage("%s/pipelines.git refuses access. Add a git credential for its provider, or mend it."
                        .formatted(server.url()));
        assertThat(workspace.auditLog().after(0, 1000).toString())
                .contains("refuses access")
                .doesNotContain(TOKEN);
        assertThat(filesWith(TOKEN)).isEmpty();
    }

    @Test
    void sendsACredentialToNoServerThatItIsRedirectedTo() throws Exception {
        logIn(TOKEN);

        try (TlsGitServer redirecting = TlsGitServer.redirectingTo(server.url(), certificate)) {
            assertThatThrownBy(() -> create(redirecting))
                    .isInstanceOf(DatabricksError.class)
                    .hasMessageContaining("refuses access");
        }

        assertThat(server.logins()).isEmpty();
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(workspace.stateFolder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
