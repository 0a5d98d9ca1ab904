package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.workspace.RawClient.Answer;
import dev.lakelight.workspace.api.ApiHandler;
import dev.lakelight.workspace.api.Auditor.Attempt;
import dev.lakelight.workspace.api.Route;
import dev.lakelight.workspace.api.Routes;
import dev.lakelight.workspace.http.ApiServer;
import dev.lakelight.workspace.http.RequestPipeline;
import dev.lakelight.workspace.http.ServerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients are told when an operation, or the audit log, has a mistake of ours. */
class BrokenHandlerTest {

    private static final String TEXT = "could not answer request ";

    @TempDir
    Path folder;

    private final Queue<Attempt> audited = new ConcurrentLinkedQueue<>();
    private ApiServer server;

    @BeforeEach
    void start() {
        List<Route> routes = Routes.of("tests")
                .open()
                .post("/error", "fail", handler(new StackOverflowError()))
                .post("/exception", "fail", handler(new IllegalStateException("hunter22")))
                .post("/unaudited", "failUnaudited", handler(new NoClassDefFoundError("dev/lakelight/None")))
                .list();
        server = ApiServer.start(
                new ServerSettings("127.0.0.1", 0, null, folder, 1 << 20),
                routes,
                new RequestPipeline((header, origin) -> null, this::audit, 1));
    }

    private static ApiHandler handler(Throwable problem) {
        return request -> {
            if (problem instanceof Error error) {
                throw error;
            }

            throw (RuntimeException) problem;
        };
    }

    private void audit(Attempt attempt) {
        if (attempt.operation().action().equals("failUnaudited")) {
            throw new NoClassDefFoundError("dev/lakelight/None");
        }

        audited.add(attempt);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Answer post(String path) {
        return new RawClient(server.url(), Map.of()).send("POST", path, "{}");
    }

    @Test
    void tellsOfAnErrorAsOfAnException() {
        for (String path : List.of("/error", "/exception")) {
            Answer answer = post(path);

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.json().path("error_code").asText()).isEqualTo("INTERNAL_ERROR");
            assertThat(answer.json().path("message").asText()).contains(TEXT + answer.header("x-request-id"));
            assertThat(answer.text()).doesNotContain("hunter22");
        }

        assertThat(audited).extracting(Attempt::status).containsExactly(500, 500);
    }

    @Test
    void tellsOfAnErrorThatCannotBeAudited() {
        Answer answer = post("/unaudited");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.json().path("message").asText()).contains(TEXT);
    }
}
