package dev.lakelight.databricks.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.lakelight.databricks.WorkspaceFixture;
import dev.lakelight.launch.ForkedJvm;
import dev.lakelight.launch.RuntimeClassPath;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Talks to a workspace over HTTP. */
class RemoteWorkspaceTest {

    private static final String HOME = "/Users/admin@localhost/";

    @TempDir
    Path folder;

    private WorkspaceFixture fixture;
    private RemoteWorkspace workspace;

    @BeforeEach
    void logIn() throws GitAPIException {
        fixture = new WorkspaceFixture(folder);
        workspace = RemoteWorkspace.connect(fixture.login());
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void putsAGitFolderOnABranchAndRemovesIt() throws Exception {
        fixture.write("a.sql", "-- Databricks notebook source\nSELECT 1\n").push("main");
        String commit = fixture.write("b.sql", "-- Databricks notebook source\nSELECT 2\n")
                .push("feature/x");
        workspace.makeFolder(HOME + "runs");

        GitFolder cloned = workspace.clone(fixture.url(), "gitHub", HOME + "runs/code");
        GitFolder folderAtBranch = workspace.checkOut(cloned, "feature/x");

        assertThat(folderAtBranch.head()).isEqualTo(commit).isNotEqualTo(cloned.head());
        assertThat(workspace.clone(fixture.url(), "gitHub", HOME + "runs/code")).isEqualTo(folderAtBranch);
        assertThat(workspace.names(HOME + "runs/code")).containsExactly("a", "b");
        workspace.removeGitFolder(HOME + "runs/code");
        workspace.removeGitFolder(HOME + "runs/code");
        assertThat(workspace.names(HOME + "runs")).isEmpty();
    }

    @Test
    void writesNotebooksAndRemovesFolders() {
        workspace.makeFolder(HOME + "runs/tests");
        workspace.writeNotebook(HOME + "runs/tests/t", "-- Databricks notebook source\nSELECT 1\n");
        workspace.writeNotebook(HOME + "runs/tests/t", "-- Databricks notebook source\nSELECT 2\n");

        assertThat(workspace.user()).isEqualTo("admin@localhost");
        assertThat(workspace.names(HOME + "runs/tests")).containsExactly("t");
        workspace.removeFolder(HOME + "runs");
        workspace.removeFolder(HOME + "runs");
        assertThat(workspace.names(HOME + "runs")).isEmpty();
    }

    @Test
    void saysWhatDatabricksDidNotDo() throws Exception {
        fixture.write("a.txt", "x").push("main");
        workspace.makeFolder(HOME + "runs");
        GitFolder cloned = workspace.clone(fixture.url(), "gitHub", HOME + "runs/code");

        assertThatThrownBy(() -> workspace.checkOut(cloned, "gone"))
                .isInstanceOf(EnvironmentError.class)
                .hasMessage(
                        "Databricks did not put the Git folder %sruns/code on the branch 'gone': %s has no branch 'gone'. (GIT_UNKNOWN_REF)"
                                .formatted(HOME, fixture.url()));
    }

    @Test
    void tellsNoTokenWhenOneIsRefused() throws IOException {
        Path profile = folder.resolve("cfg");
        String text = Files.readString(fixture.login().configFile()).replaceAll("token = .*", "token = dapi-needle");
        Files.writeString(profile, text);

        assertThatThrownBy(() -> RemoteWorkspace.connect(new Login(profile, "DEFAULT")))
                .isInstanceOf(EnvironmentError.class)
                .hasMessageStartingWith("Databricks did not let you log in: ")
                .message()
                .doesNotContain("needle");
    }

    @Test
    void logsInAsAServicePrincipalByItsSecret() throws IOException {
        Path profile = Files.writeString(folder.resolve("cfg"), """
                [ci]
                host = %s
                client_id = %s
                client_secret = %s
                """.formatted(
                        workspace.host(), WorkspaceFixture.SERVICE, WorkspaceFixture.SERVICE_SECRET));

        assertThat(RemoteWorkspace.connect(new Login(profile, "ci")).user()).isEqualTo(WorkspaceFixture.SERVICE);
    }

    private String loggedIn(Map<String, String> environment, String... arguments) throws InterruptedException {
        Queue<String> output = new ConcurrentLinkedQueue<>();

        try (ForkedJvm jvm = ForkedJvm.builder()
                .classPath(RuntimeClassPath.ofThisJvm())
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1", "-Duser.home=" + folder))
                .mainClass(LoginMain.class.getName())
                .arguments(List.of(arguments))
                .environment(environment)
                .argumentFile(folder.resolve("arguments"))
                .outputTo(output::add)
                .start()) {
            assertThat(jvm.waitFor(Duration.ofMinutes(1))).as("%s", output).hasValue(0);
        }

        return output.stream()
                .filter(line -> line.startsWith("user "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void logsInByTheEnvironment() throws Exception {
        String token = fixture.client().config().getToken();

        assertThat(loggedIn(Map.of("DATABRICKS_HOST", workspace.host(), "DATABRICKS_TOKEN", token)))
                .isEqualTo("user admin@localhost");
        assertThat(loggedIn(Map.of(
                        "DATABRICKS_HOST", workspace.host(),
                        "DATABRICKS_CLIENT_ID", WorkspaceFixture.SERVICE,
                        "DATABRICKS_CLIENT_SECRET", WorkspaceFixture.SERVICE_SECRET)))
                .isEqualTo("user " + WorkspaceFixture.SERVICE);
    }

    /** In {@code ~/.databrickscfg}; the environment has no host and no token. */
    @Test
    void logsInByAProfileOfItsUser() throws Exception {
        Files.writeString(folder.resolve(".databrickscfg"), """
                [DEFAULT]
                host = http://127.0.0.1:1
                token = dapi-none
                [ci]
                host = %s
                token = %s
                """.formatted(
                        workspace.host(), fixture.client().config().getToken()));

        assertThat(loggedIn(Map.of("HOME", folder.toString()), "ci")).isEqualTo("user admin@localhost");
        assertThat(loggedIn(Map.of("HOME", folder.toString(), "DATABRICKS_CONFIG_PROFILE", "ci")))
                .isEqualTo("user admin@localhost");
    }

    /** A workspace that is asked too often says when it may be asked again. */
    @Test
    void asksAgainWhenItWasToldToWait() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer busy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        busy.createContext("/", exchange -> {
            boolean isFirst = requests.incrementAndGet() == 1;
            byte[] body = (isFirst ? "{\"error_code\":\"REQUEST_LIMIT_EXCEEDED\"}" : "{\"userName\":\"ada\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Retry-After", "1");
            exchange.sendResponseHeaders(isFirst ? 429 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        busy.start();

        try {
            Path profile = Files.writeString(
                    folder.resolve("cfg"),
                    "[DEFAULT]\nhost = http://127.0.0.1:%d\ntoken = dapi-1\n"
                            .formatted(busy.getAddress().getPort()));

            assertThat(RemoteWorkspace.connect(new Login(profile, "DEFAULT")).user())
                    .isEqualTo("ada");
            assertThat(requests.get()).isGreaterThan(1);
        } finally {
            busy.stop(0);
        }
    }
}
