package dev.lakelight.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lakelight.workspace.RawClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Requests as clients send them that are not the SDK. */
class OddClientTest {

    private static final String IMPORT_FILE = "/api/2.0/workspace-files/import-file/";
    private static final String HEADER = "# Databricks notebook source\n";

    private final RawClient client = RawClient.with(RunningWorkspace.get(), RunningWorkspace.USER_TOKEN);
    private final String folder = "/Users/%s/%s".formatted(RunningWorkspace.USER, UUID.randomUUID());

    private void makeFolder() {
        assertThat(client.send("POST", "/api/2.0/workspace/mkdirs", "{\"path\":\"%s\"}".formatted(folder))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void readsParametersFromTheBodyOfAGet() {
        Answer answer = client.header("Content-Type", "text/json")
                .send("GET", "/api/2.0/workspace/get-status", "{\"path\":\"/Shared\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("object_type").asText()).isEqualTo("DIRECTORY");
    }

    @Test
    void readsJsonThatIsCalledAForm() {
        Answer answer = client.header("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", "/api/2.0/workspace/mkdirs", " {\"path\":\"%s\"}".formatted(folder));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(client.get("/api/2.0/workspace/get-status?path=" + folder).status())
                .isEqualTo(200);
    }

    @Test
    void answersAnEmptyObjectWhenAllWentWell() {
        Answer answer = client.send("POST", "/api/2.0/workspace/mkdirs", "{\"path\":\"%s\"}".formatted(folder));

        assertThat(answer.text()).isEqualTo("{}");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @Test
    void importsFormsWithAFile() {
        makeFolder();
        String form = multipart("path", folder + "/nb")
                + multipart("format", "SOURCE")
                + multipart("language", "PYTHON")
                + file("content", HEADER + "print(1)\n");

        Answer answer = client.header("Content-Type", "multipart/form-data; boundary=xx")
                .send("POST", "/api/2.0/workspace/import", form + "--xx--\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(client.get("/api/2.0/workspace/export?direct_download=true&path=" + folder + "/nb")
                        .text())
                .isEqualTo(HEADER + "print(1)\n");
    }

    @Test
    void writesFilesOfFormsOfTheOlderCommandLine() {
        String path = "/tmp/%s.txt".formatted(UUID.randomUUID());
        String form = multipart("path", path) + multipart("overwrite", "true") + file("file", "from a form");

        Answer answer = client.header("Content-Type", "multipart/form-data; boundary=xx")
                .send("POST", "/api/2.0/dbfs/put", form + "--xx--\r\n");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String data = client.get("/api/2.0/dbfs/read?path=dbfs:" + path)
                .json()
                .path("data")
                .asText();
        assertThat(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8))
                .isEqualTo("from a form");
    }

    private static String multipart(String name, String value) {
        return "--xx\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value);
    }

    private static String file(String name, String value) {
        return "--xx\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"f\"\r\nContent-Type: application/octet-stream\r\n\r\n%s\r\n"
                .formatted(name, value);
    }

    @Test
    void importsFilesUnderEscapedPathsAsBundlesDo() {
        String path = URLEncoder.encode("Workspace%s/state/deploy.lock".formatted(folder), StandardCharsets.UTF_8);

        assertThat(client.send("POST", IMPORT_FILE + path + "?overwrite=false", "one")
                        .status())
                .as("in a folder that is not there")
                .isEqualTo(404);
        assertThat(client.send("POST", "/api/2.0/workspace/mkdirs", "{\"path\":\"%s/state\"}".formatted(folder))
                        .status())
                .isEqualTo(200);
        assertThat(client.send("POST", IMPORT_FILE + path + "?overwrite=false", "two")
                        .status())
                .isEqualTo(200);
        assertThat(client.send("POST", IMPORT_FILE + path + "?overwrite=false", "three")
                        .status())
                .as("where a file is")
                .isEqualTo(409);
        assertThat(client.get("/api/2.0/workspace/export?direct_download=true&path=" + folder + "/state/deploy.lock")
                        .text())
                .isEqualTo("two");
    }

    @Test
    void refusesAnImportedFileInPlaceOfANotebookInTheWordsThatBundlesRead() {
        makeFolder();
        String path = URLEncoder.encode("Workspace%s/nb.py".formatted(folder), StandardCharsets.UTF_8);
        assertThat(client.send("POST", IMPORT_FILE + path, HEADER).status()).isEqualTo(200);

        Answer again = client.send("POST", IMPORT_FILE + path, HEADER);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.json().path("message").asText()).endsWith("already exists.");
    }

    @Test
    void tellsTheFormatOfANotebookOnlyWhenAsked() {
        makeFolder();
        String path = URLEncoder.encode(folder.substring(1) + "/nb.py", StandardCharsets.UTF_8);
        client.send("POST", IMPORT_FILE + path, HEADER);
        String status = "/api/2.0/workspace/get-status?path=%s/nb".formatted(folder);

        assertThat(client.get(status).json().has("repos_export_format")).isFalse();
        assertThat(client.get(status + "&return_export_info=true")
                        .json()
                        .path("repos_export_format")
                        .asText())
                .isEqualTo("SOURCE");
    }

    @Test
    void refusesPathsThatLeadOutOfTheWorkspace() {
        for (String path : new String[] {"..%2F..%2Fetc%2Fpasswd", "%2e%2e/%2e%2e/etc/passwd", "Users%2F..%2F..%2Fx"}) {
            Answer answer = client.send("POST", IMPORT_FILE + path, "x");

            assertThat(answer.status()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void saysWhatIsWrongWithABody() {
        Answer answer = client.send("POST", "/api/2.0/workspace/mkdirs", "{\"path\":");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error_code").asText()).isEqualTo("MALFORMED_REQUEST");
        assertThat(client.send("POST", "/api/2.0/workspace/mkdirs", "{}")
                        .json()
                        .path("message")
                        .asText())
                .isEqualTo("Missing required field: path");
    }

    @Test
    void takesNumbersAndBooleansAsText() {
        makeFolder();

        Answer answer = client.send(
                "POST", "/api/2.0/workspace/delete", "{\"path\":\"%s\",\"recursive\":\"true\"}".formatted(folder));

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void thanksForTelemetry() {
        assertThat(client.send("POST", "/telemetry-ext", "{\"items\":[]}")
                        .json()
                        .path("numSuccess")
                        .asInt())
                .isZero();
    }
}
