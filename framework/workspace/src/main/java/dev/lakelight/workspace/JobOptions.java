package dev.lakelight.workspace;

import dev.lakelight.workspace.cluster.TaskClusters;
import dev.lakelight.workspace.job.notify.MailServer;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What jobs are started with.
 *
 * @param webhooks addresses of webhooks, by their ids
 * @param mailServer for notifications of people, or null
 * @param clusters in place of the workspace's own, or null
 */
record JobOptions(
        Map<String, URI> webhooks,
        @Nullable MailServer mailServer,
        @Nullable TaskClusters clusters) {

    JobOptions {
        webhooks = Map.copyOf(webhooks);
    }
}
