package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.workspace.RawClient.Answer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are too large, or larger than they look. */
class LimitsTest {

    private static final int LIMIT = 10_000;
    private static final String FILE = "/api/2.0/fs/files/Volumes/main/ci/limits/file.bin?overwrite=true";

    @TempDir
    Path folder;

    private Workspace workspace;
    private RawClient client;

    @BeforeEach
    void start() {
        workspace = RunningWorkspace.withUsers(folder).largestUpload(LIMIT).start();
        client = RawClient.with(workspace, RunningWorkspace.USER_TOKEN);
        assertThat(client.send(
                                "POST",
                                "/api/2.1/unity-catalog/volumes",
                                "{\"catalog_name\":\"main\",\"schema_name\":\"ci\",\"name\":\"limits\",\"volume_type\":\"MANAGED\"}")
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void stop() {
        workspace.close();
    }

    private static void assertThatItIsTooLarge(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(413);
        assertThat(answer.json().path("error_code").asText()).isEqualTo("REQUEST_TOO_LARGE");
        assertThat(answer.json().path("message").asText())
                .isEqualTo("The request is larger than the limit of %d bytes.".formatted(LIMIT));
    }

    @Test
    void refusesAFileThatIsAnnouncedAsTooLarge() {
        assertThatItIsTooLarge(client.send("PUT", FILE, BodyPublishers.ofByteArray(new byte[LIMIT + 1])));
        assertThat(client.get(FILE).status()).isEqualTo(404);
    }

    @Test
    void refusesAFileThatTurnsOutToBeTooLarge() {
        assertThatItIsTooLarge(client.send(
                "PUT", FILE, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[LIMIT + 1]))));
        assertThat(client.get(FILE).status()).isEqualTo(404);
        assertThat(client.send("PUT", FILE, BodyPublishers.ofByteArray(new byte[LIMIT]))
                        .status())
                .isEqualTo(204);
    }

    /** What comes packed is taken as it comes: nothing is unpacked, so nothing can swell. */
    @Test
    void unpacksNothing() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();

        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            String request = "{\"path\":\"/Users/%s/packed\"}".formatted(RunningWorkspace.USER);
            gzip.write((" ".repeat(4 << 20) + request).getBytes(StandardCharsets.US_ASCII));
        }

        Answer answer = client.header("Content-Encoding", "gzip")
                .send("POST", "/api/2.0/workspace/mkdirs", BodyPublishers.ofByteArray(packed.toByteArray()));

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }

    @Test
    void importsNoArchives() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();

        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("../../evil.sql"));
            zip.write(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
        }

        Answer answer = client.send(
                "POST",
                "/api/2.0/workspace/import",
                "{\"path\":\"/Users/%s/archive\",\"format\":\"DBC\",\"content\":\"%s\"}"
                        .formatted(RunningWorkspace.USER, Base64.getEncoder().encodeToString(archive.toByteArray())));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(folder.resolve("workspace/Users").resolve(RunningWorkspace.USER))
                .isEmptyDirectory();
    }
}
