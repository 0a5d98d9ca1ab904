package dev.lakelight.databricks;

import dev.lakelight.databricks.job.WireJob;
import dev.lakelight.job.JobSelection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A job of the project that a test runs.
 *
 * @param name that it has in the workspace, unique there
 * @param selection the job, and those that it runs
 * @param wire writes them
 * @param parameters with which it is run, in order
 */
record WrittenJob(String name, JobSelection selection, WireJob wire, Map<String, String> parameters) {

    WrittenJob {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
