package dev.lakelight.databricks.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.databricks.sdk.core.DatabricksConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceClockTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mon, 30 Nov 2026 13:00:00 GMT | PT3H
            Mon, 30 Nov 2026 09:58:00 GMT | PT-2M
            Mon, 30 Nov 2026 10:00:03 GMT | PT0S
            Mon, 30 Nov 2026 09:59:57 GMT | PT0S
            yesterday                     | PT0S
            ''                            | PT0S
            """)
    void comparesItsTimeWithThatOfThisMachine(String date, Duration ahead) {
        assertThat(WorkspaceClock.at(date, NOW)).isEqualTo(new WorkspaceClock(ahead));
    }

    @Test
    void isThatOfTheAnswersOfTheWorkspace() throws Exception {
        Instant there = Instant.now().minus(Duration.ofHours(5));

        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> answers = CompletableFuture.runAsync(() -> refuseAllAt(server, there));
            WorkspaceClock clock = WorkspaceClock.of(new DatabricksConfig()
                    .setHost("http://127.0.0.1:" + server.getLocalPort())
                    .setToken("dapi-none")
                    .setHttpTimeoutSeconds(20)
                    .resolve());

            assertThat(answers).isNotDone();
            assertThat(clock.ahead()).isCloseTo(Duration.ofHours(-5), Duration.ofMinutes(10));
            assertThat(clock.now()).isCloseTo(there, within(10, ChronoUnit.MINUTES));
        }
    }

    /** The SDK asks for more than was asked of it. */
    private static void refuseAllAt(ServerSocket server, Instant time) {
        while (!server.isClosed()) {
            refuseAt(server, time);
        }
    }

    private static void refuseAt(ServerSocket server, Instant time) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC));

        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[1 << 12]);
            socket.getOutputStream()
                    .write(("HTTP/1.1 401 Unauthorized\r\nDate: " + date
                                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
        } catch (IOException e) {
            assertThat(server.isClosed()).as("%s", e).isTrue();
        }
    }
}
