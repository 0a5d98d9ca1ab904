package dev.lakelight.benchmark.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lakelight.problem.EnvironmentError;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests and insists on answers. */
final class Requests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int OK = 200;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    Requests(String url, String token) {
        this.url = url;
        this.token = token;
    }

    JsonNode get(String path) {
        return send("GET", path, "");
    }

    /**
     * Send a request.
     *
     * @throws EnvironmentError when it fails
     */
    JsonNode send(String verb, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api" + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .method(verb, BodyPublishers.ofString(body))
                .build();

        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());

            if (answer.statusCode() != OK) {
                throw new EnvironmentError("%s %s is answered with %d".formatted(verb, path, answer.statusCode()));
            }

            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new EnvironmentError("%s %s is not answered: %s".formatted(verb, path, e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentError("The benchmark was interrupted", e);
        }
    }
}
