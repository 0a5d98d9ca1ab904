package dev.lakelight.workspace.job.store;

import dev.lakelight.result.RunState;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param result how it ended, in the words of {@code result_state}; null as long as it goes on
 * @param message for people; empty when there is nothing to say
 * @param code why it is over; null as long as it goes on
 */
public record Standing(
        LifeCycle lifeCycle,
        @Nullable String result,
        String message,
        @Nullable TerminationCode code) {

    private static final String FAILED = RunState.FAILED.name();

    /** A run that goes on. */
    public static Standing in(LifeCycle lifeCycle) {
        return new Standing(lifeCycle, null, "", null);
    }

    /** A run that goes on, and why it does not go faster. */
    public static Standing queued(String reason) {
        return new Standing(LifeCycle.QUEUED, null, reason, null);
    }

    /** A run that has come to its end. */
    public static Standing ended(RunState state, String message) {
        return new Standing(LifeCycle.TERMINATED, state.name(), message, codeOf(state));
    }

    /** A run that failed for the reasons of a code. */
    public static Standing failed(TerminationCode code, String message) {
        return code == TerminationCode.RUN_EXECUTION_ERROR
                ? ended(RunState.FAILED, message)
                : new Standing(LifeCycle.INTERNAL_ERROR, FAILED, message, code);
    }

    /** A run that did not begin, as too many others go on. */
    public static Standing tooMany(int allowed) {
        return new Standing(
                LifeCycle.SKIPPED,
                "MAXIMUM_CONCURRENT_RUNS_REACHED",
                "The job has %d active run%s, as many as max_concurrent_runs allows."
                        .formatted(allowed, allowed == 1 ? "" : "s"),
                TerminationCode.MAX_CONCURRENT_RUNS_EXCEEDED);
    }

    private static TerminationCode codeOf(RunState state) {
        return switch (state) {
            case SUCCESS -> TerminationCode.SUCCESS;
            case SUCCESS_WITH_FAILURES -> TerminationCode.SUCCESS_WITH_FAILURES;
            case FAILED -> TerminationCode.RUN_EXECUTION_ERROR;
            case TIMEDOUT -> TerminationCode.CANCELED;
            case CANCELED -> TerminationCode.USER_CANCELED;
            case EXCLUDED, DISABLED, UPSTREAM_FAILED, UPSTREAM_CANCELED -> TerminationCode.SKIPPED;
        };
    }

    static Standing of(ResultSet row) throws SQLException {
        @Nullable String code = row.getString("termination_code");
        return new Standing(
                LifeCycle.valueOf(row.getString("life_cycle_state")),
                row.getString("result_state"),
                row.getString("state_message"),
                code == null ? null : TerminationCode.valueOf(code));
    }

    @Nullable
    String codeName() {
        return code == null ? null : code.name();
    }
}
