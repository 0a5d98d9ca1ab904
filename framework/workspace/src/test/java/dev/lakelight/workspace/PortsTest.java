package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ports that clients mean who drop them from addresses. */
class PortsTest {

    private static final String CONFIGURATION = "/.well-known/databricks-config";

    @TempDir
    Path folder;

    private static void assumeThatItMayUse(int port) {
        boolean free;

        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            free = socket.isBound();
        } catch (IOException e) {
            free = false;
        }

        assumeThat(free).as("port %d is free, and this user may use it", port).isTrue();
    }

    private static int status(HttpClient client, String url) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        return answer.statusCode();
    }

    @Test
    void needNotBeSaidWithTls() throws Exception {
        assumeThatItMayUse(443);

        try (Workspace workspace = Workspace.in(folder).port(443).encrypted().start()) {
            HttpClient client = HttpClient.newBuilder()
                    .sslContext(StartTest.trusting(folder.resolve("ca.pem")))
                    .build();

            assertThat(workspace.url()).startsWith("https://127.0.0.1");
            assertThat(status(client, "https://127.0.0.1" + CONFIGURATION)).isEqualTo(200);
        }
    }

    @Test
    void needNotBeSaidWithoutTls() throws Exception {
        assumeThatItMayUse(80);

        try (Workspace workspace = Workspace.in(folder).port(80).start()) {
            assertThat(workspace.url()).startsWith("http://127.0.0.1");
            assertThat(status(HttpClient.newHttpClient(), "http://127.0.0.1" + CONFIGURATION))
                    .isEqualTo(200);
        }
    }
}
