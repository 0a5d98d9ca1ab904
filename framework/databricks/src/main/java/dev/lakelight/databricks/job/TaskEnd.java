package dev.lakelight.databricks.job;

/** How a run or a task ended, by what the Jobs API says. Anything that is not known here is {@link #UNKNOWN}. */
public enum TaskEnd {
    SUCCEEDED,
    /** Of a run: some of its tasks failed, and the last ones succeeded. */
    SUCCEEDED_IN_PART,
    FAILED,
    TIMED_OUT,
    CANCELLED,
    /** It was not run, because of what ended before it. */
    NOT_RUN,
    /** The workspace refused to run it, or broke down. */
    BROKEN,
    UNKNOWN;

    /**
     * Return how something ended.
     *
     * @param lifeCycle {@code life_cycle_state} of something that has ended
     * @param result {@code result_state}; empty when there is none
     */
    public static TaskEnd of(String lifeCycle, String result) {
        return switch (lifeCycle) {
            case "TERMINATED" -> ofResult(result);
            case "SKIPPED" -> result.isEmpty() || isSkip(result) ? NOT_RUN : UNKNOWN;
            case "INTERNAL_ERROR" -> result.equals("FAILED") ? FAILED : BROKEN;
            default -> UNKNOWN;
        };
    }

    private static boolean isSkip(String result) {
        return result.equals("MAXIMUM_CONCURRENT_RUNS_REACHED") || ofResult(result) == NOT_RUN;
    }

    private static TaskEnd ofResult(String result) {
        return switch (result) {
            case "SUCCESS" -> SUCCEEDED;
            case "SUCCESS_WITH_FAILURES" -> SUCCEEDED_IN_PART;
            case "FAILED" -> FAILED;
            case "TIMEDOUT" -> TIMED_OUT;
            case "CANCELED" -> CANCELLED;
            case "UPSTREAM_FAILED", "UPSTREAM_CANCELED", "EXCLUDED", "DISABLED", "MAXIMUM_CONCURRENT_RUNS_REACHED" ->
                NOT_RUN;
            default -> UNKNOWN;
        };
    }

    /** Return whether a life cycle state is a last one. An unknown one is not: the time limit ends it. */
    public static boolean isLast(String lifeCycle) {
        return lifeCycle.equals("TERMINATED") || lifeCycle.equals("SKIPPED") || lifeCycle.equals("INTERNAL_ERROR");
    }
}
