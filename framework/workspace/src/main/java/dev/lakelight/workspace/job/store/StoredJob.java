package dev.lakelight.workspace.job.store;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A job.
 *
 * @param createdTime milliseconds since 1970
 * @param settings as {@code jobs/get} of the newest version tells them
 */
public record StoredJob(long jobId, String creator, long createdTime, ObjectNode settings) {

    /** Return its name. */
    public String name() {
        return settings.path("name").asText();
    }
}
