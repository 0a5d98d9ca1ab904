package dev.lakelight.workspace.job.notify;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends notifications to the webhooks that are configured. */
public final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, URI> addresses;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    /** Send to these, by their ids. */
    public Webhooks(Map<String, URI> addresses) {
        this.addresses = Map.copyOf(addresses);
    }

    /** Send a notification to its webhook, when that is configured; what goes wrong is logged. */
    void send(Message message) {
        URI address = addresses.get(message.to());

        if (address == null) {
            return;
        }

        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(message.body()))
                .build();
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.discarding());
        var unused = answer.whenComplete((response, problem) -> {
            if (problem != null) {
                LOG.warn("The webhook {} cannot be reached: {}", message.to(), problem.toString());
            } else if (response.statusCode() >= 300) {
                LOG.warn("The webhook {} answers with {}", message.to(), response.statusCode());
            }
        });
    }
}
