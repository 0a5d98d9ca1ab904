package dev.lakelight.databricks;

import dev.lakelight.databricks.job.RunName;

/**
 * Where a run keeps what is made for it.
 *
 * @param base folder of all runs
 * @param name of the run
 */
record RunPlace(String base, RunName name) {

    /** The mark of a run that is over; another build of the same commit must not find it again. */
    static final String OVER = "over";

    /** The notebook that drops catalogs; its name goes on with the number of the batch. */
    static final String DROP = "drop_";

    String folder() {
        return base + "/" + name;
    }

    String notebooks() {
        return folder() + "/tests";
    }

    /** The folder with the names of jobs that are made for tests. */
    String jobs() {
        return folder() + "/jobs";
    }

    /** The jar with the classes of the module, when there is a volume. */
    String library(DatabricksSettings settings) {
        return "%s/%s/classes.jar".formatted(settings.files(), name);
    }

    String gitFolder() {
        return folder() + "/code";
    }

    String dropNotebook(int batch) {
        return DROP + batch;
    }
}
