package dev.lakelight.workspace.job;

/** Versions of the Jobs API. They show the same jobs. */
enum ApiVersion {
    /** A job is one task, and has its settings beside those of the job. */
    V2_0("2.0"),
    /** A job has an array of tasks. */
    V2_1("2.1"),
    /** Long arrays come in pages. */
    V2_2("2.2");

    private final String number;

    ApiVersion(String number) {
        this.number = number;
    }

    String path(String operation) {
        return "/api/%s/jobs/%s".formatted(number, operation);
    }

    boolean hasPagedArrays() {
        return this == V2_2;
    }
}
