package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.WorkspaceClient;
import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.service.iam.MeRequest;
import dev.lakelight.problem.EnvironmentError;
import dev.lakelight.problem.UserError;
import dev.lakelight.workspace.identity.WorkspaceUser;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a workspace starts, and when it does not. */
class StartTest {

    @TempDir
    Path folder;

    @Test
    void writesAProfileForItsAdministratorThatClientsRead() {
        try (Workspace workspace = Workspace.in(folder).start()) {
            DatabricksConfig config = new DatabricksConfig()
                    .setConfigFile(folder.resolve("databrickscfg").toString());

            assertThat(new WorkspaceClient(config)
                            .currentUser()
                            .me(new MeRequest())
                            .getUserName())
                    .isEqualTo("admin@localhost");
            assertThat(WorkspaceMain.greeting(workspace, "LINK"))
                    .isEqualTo("""
                            Lakelight workspace, with the REST API of Databricks. Unofficial: Databricks has no part in it.
                              open     LINK
                                       works once; later, log in there with the token
                              address  %s
                              clients  export DATABRICKS_CONFIG_FILE=%s
                              state    %s
                            Ctrl-C stops it; it goes on from its state when it is started again.""".formatted(workspace.url(), folder.resolve("databrickscfg"), folder))
                    .doesNotContain(workspace.token());
        }
    }

    @Test
    void keepsItsTokenForTheNextStart() {
        String token;

        try (Workspace workspace = Workspace.in(folder).start()) {
            token = workspace.token();
        }

        try (Workspace workspace = Workspace.in(folder).start()) {
            assertThat(workspace.token()).isEqualTo(token).startsWith("dapi");
        }
    }

    @Test
    void servesHttpsWithItsOwnAuthority() throws Exception {
        try (Workspace workspace = Workspace.in(folder).encrypted().start()) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(trusting(folder.resolve("ca.pem")))
                    .build();

            for (String host : new String[] {"localhost", "127.0.0.1"}) {
                URI uri = URI.create(workspace.url().replace("127.0.0.1", host) + "/.well-known/databricks-config");
                assertThat(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(200);
            }

            HttpRequest login = HttpRequest.newBuilder(URI.create(workspace.url() + "/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("token=" + workspace.token()))
                    .build();
            assertThat(client.send(login, BodyHandlers.ofString()).headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie).endsWith("; Secure"));
        }
    }

    static SSLContext trusting(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream content = Files.newInputStream(pem)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(content));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    @Test
    void opensItselfToOthersOnlyWithEncryption() {
        assertThatThrownBy(() -> Workspace.in(folder).address("0.0.0.0").start())
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The workspace cannot listen on 0.0.0.0 without encryption: others would read its tokens. Start it with TLS, or on 127.0.0.1.");
    }

    @Test
    void opensItselfToOthersOnlyWithTokensThatNobodyGuesses() {
        assertThatThrownBy(() -> Workspace.in(folder)
                        .address("0.0.0.0")
                        .encrypted()
                        .user(WorkspaceUser.named("ada").withToken("secret"))
                        .start())
                .isInstanceOf(UserError.class)
                .hasMessage(
                        "The workspace cannot listen on 0.0.0.0 with a token of ada that can be guessed: it has less than 16 characters.");
    }

    @Test
    void saysThatAPortIsTaken() {
        try (Workspace first = Workspace.in(folder.resolve("one")).start()) {
            int port = URI.create(first.url()).getPort();

            assertThatThrownBy(
                            () -> Workspace.in(folder.resolve("two")).port(port).start())
                    .isInstanceOf(EnvironmentError.class)
                    .hasMessageStartingWith("The workspace cannot listen on 127.0.0.1:%d: ".formatted(port))
                    .hasMessageEndingWith("Choose another port, or 0 for one that is free.");
        }
    }

    @Test
    void readsUsersFromAFile() throws Exception {
        Path users = folder.resolve("users.yml");
        Files.writeString(users, """
                users:
                  - name: ada@example.org
                    display_name: Ada Lovelace
                    admin: true
                    tokens: [dapi-one]
                service_principals:
                  - application_id: nightly
                    secrets: [dose-one]
                """);

        try (Workspace workspace = CommandLine.parse(
                        "--state", folder.resolve("state").toString(), "--users", users.toString())
                .start()) {
            assertThat(RunningWorkspace.client(workspace, "dapi-one")
                            .currentUser()
                            .me(new MeRequest())
                            .getDisplayName())
                    .isEqualTo("Ada Lovelace");
        }
    }

    @Test
    void saysWhereAFileOfUsersIsWrong() throws Exception {
        Path users = folder.resolve("users.yml");
        Files.writeString(users, "users:\n  - name: ada\n    token: x\n");

        assertThatThrownBy(() -> CommandLine.parse("--users", users.toString()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("users.yml:3:5: Unknown key 'token' in a user.");
    }

    @Test
    void refusesOptionsThatItDoesNotKnow() {
        assertThatThrownBy(() -> CommandLine.parse("--prot", "1"))
                .hasMessage(
                        "Unknown option '--prot'. Accepted are: --state, --port, --address, --tls, --users, --mail, --trust, --spark-classpath. Perhaps you mean --port.");
    }
}
