package dev.lakelight.benchmark.workspace;

/** What is measured, in the order of a round. */
enum Measured {
    JOB("jobs/get", 10),
    JOBS("jobs/list, 25 of 1,000", 10),
    RUN("runs/get", 10),
    RUNS("runs/list, 25 of 10,000", 10),
    RUNS_OF_JOB("runs/list of one job", 10),
    RUNS_WITH_TASKS("runs/list with tasks", 10),
    FOLDER("workspace/list of the 1,000-file Git folder's root", 10),
    REPO_UPDATE("repos.update of 1,000 files, 100 of which change", 300),
    CLIENTS("200 requests of 20 clients at once, all of them", 0);

    private final String label;
    private final int target;

    Measured(String label, int target) {
        this.label = label;
        this.target = target;
    }

    String label() {
        return label;
    }

    String target() {
        return target == 0 ? "no error" : "below " + target;
    }
}
