package dev.lakelight.workspace.job.run;

import dev.lakelight.result.AttemptRun;
import dev.lakelight.result.RunState;
import dev.lakelight.workspace.job.store.StoredTaskRun;
import java.util.List;
import java.util.Objects;

/** What {@code state_message} says, in Databricks' words where these are known. */
final class RunMessages {

    static final String CANCELLED = "Run cancelled.";
    static final String STOPPED =
            "The workspace was stopped while the run was active: it failed by restart. Repair it, or run it again.";

    private static final String FAILED = "Workload failed, see run output for details";

    private RunMessages() {}

    static String ofAttempt(AttemptRun attempt) {
        return switch (attempt.state()) {
            case SUCCESS, SUCCESS_WITH_FAILURES -> "";
            case CANCELED -> CANCELLED;
            default ->
                (attempt.run() != null || attempt.problem() == null)
                        ? FAILED
                        : attempt.problem().message();
        };
    }

    static String ofTask(RunState state) {
        return switch (state) {
            case CANCELED -> CANCELLED;
            case UPSTREAM_FAILED -> "An upstream task failed.";
            case UPSTREAM_CANCELED -> "An upstream task was cancelled.";
            case EXCLUDED -> "The task was not needed: a condition or its run_if says so.";
            case DISABLED -> "The task is disabled.";
            default -> "";
        };
    }

    /** Return what to say of a run: which task it failed by. */
    static String ofRun(RunState state, List<StoredTaskRun> tasks) {
        return switch (state) {
            case SUCCESS, SUCCESS_WITH_FAILURES -> "";
            case CANCELED -> CANCELLED;
            case TIMEDOUT -> "The run was cancelled, as its timeout was exceeded.";
            default ->
                tasks.stream()
                        .filter(task -> isToBlame(task.standing().result()))
                        .findFirst()
                        .map(task -> "Task %s failed with message: %s."
                                .formatted(
                                        task.label(),
                                        withoutStop(task.standing().message())))
                        .orElse(FAILED);
        };
    }

    private static boolean isToBlame(@org.jspecify.annotations.Nullable String result) {
        return Objects.equals(result, RunState.FAILED.name()) || Objects.equals(result, RunState.TIMEDOUT.name());
    }

    private static String withoutStop(String message) {
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
