package dev.lakelight.databricks.job;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What a task has left, as {@code runs/get-output} tells it.
 *
 * @param exitValue what its notebook ended with, or null
 * @param truncated whether the exit value was cut
 * @param error why it failed; empty when it did not
 * @param trace the same with its stack; may be empty
 * @param jobRun id of the run of the job that it ran, or 0 when it ran none
 */
public record TaskOutput(@Nullable String exitValue, boolean truncated, String error, String trace, long jobRun) {

    /** What is known of a task that was not run. */
    public static final TaskOutput NONE = new TaskOutput(null, false, "", "", 0);

    /** Read an answer. */
    public static TaskOutput of(JsonNode node) {
        JsonNode notebook = node.path("notebook_output");
        return new TaskOutput(
                notebook.hasNonNull("result") ? notebook.get("result").asText() : null,
                notebook.path("truncated").asBoolean(),
                node.path("error").asText(""),
                node.path("error_trace").asText(""),
                node.path("run_job_output").path("run_id").asLong());
    }
}
