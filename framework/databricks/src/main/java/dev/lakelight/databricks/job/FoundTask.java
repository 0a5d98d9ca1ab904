package dev.lakelight.databricks.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;

/**
 * What the Jobs API tells of a run or a task.
 *
 * @param key of the task; empty for the run
 * @param runId of the run or of the task's last attempt
 * @param lifeCycle its {@code life_cycle_state}
 * @param result its {@code result_state}; empty when there is none
 * @param message what the workspace says of its state; may be empty
 * @param page where a person can look at it; may be empty
 * @param clusterId of the cluster that it ran on; may be empty
 * @param startedAt milliseconds since the epoch; 0 when it has not started
 * @param duration from its start to its end; zero before that
 * @param outcome of a condition; empty when it is none
 */
public record FoundTask(
        String key,
        long runId,
        String lifeCycle,
        String result,
        String message,
        String page,
        String clusterId,
        long startedAt,
        Duration duration,
        String outcome) {

    static FoundTask of(JsonNode node) {
        JsonNode state = node.path("state");
        long start = node.path("start_time").asLong();
        long end = node.path("end_time").asLong();
        return new FoundTask(
                node.path("task_key").asText(""),
                node.path("run_id").asLong(),
                state.path("life_cycle_state").asText(""),
                state.path("result_state").asText(""),
                state.path("state_message").asText(""),
                node.path("run_page_url").asText(""),
                node.path("cluster_instance").path("cluster_id").asText(""),
                start,
                Duration.ofMillis(start > 0 && end > start ? end - start : 0),
                node.path("condition_task").path("outcome").asText(""));
    }

    /** Return whether it has ended. */
    public boolean hasEnded() {
        return TaskEnd.isLast(lifeCycle);
    }

    /** Return whether it is known to have ended before a time. */
    public boolean endedBefore(Instant time) {
        return hasEnded()
                && startedAt > 0
                && Instant.ofEpochMilli(startedAt).plus(duration).isBefore(time);
    }

    /** Return how it ended. */
    public TaskEnd end() {
        return TaskEnd.of(lifeCycle, result);
    }

    /** Return its state in the words of the Jobs API. */
    public String state() {
        return result.isEmpty() ? lifeCycle : result;
    }
}
