package dev.lakelight.workspace.job.store;

/** Why a run is over, in the words of {@code status.termination_details}. */
public enum TerminationCode {
    SUCCESS("SUCCESS"),
    SUCCESS_WITH_FAILURES("SUCCESS"),
    SKIPPED("SUCCESS"),
    RUN_EXECUTION_ERROR("CLIENT_ERROR"),
    USER_CANCELED("CLIENT_ERROR"),
    CANCELED("CLIENT_ERROR"),
    MAX_CONCURRENT_RUNS_EXCEEDED("CLIENT_ERROR"),
    INVALID_RUN_CONFIGURATION("CLIENT_ERROR"),
    RESOURCE_NOT_FOUND("CLIENT_ERROR"),
    UNAUTHORIZED_ERROR("CLIENT_ERROR"),
    REPOSITORY_CHECKOUT_FAILED("CLIENT_ERROR"),
    CLUSTER_ERROR("CLIENT_ERROR"),
    DRIVER_ERROR("INTERNAL_ERROR"),
    INTERNAL_ERROR("INTERNAL_ERROR");

    private final String type;

    TerminationCode(String type) {
        this.type = type;
    }

    /** Return whose fault it is. */
    public String type() {
        return type;
    }
}
