package dev.lakelight.job.run;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.TaskRun;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a run is given by a workspace that keeps its runs.
 *
 * @param about what references tell of it
 * @param parameters values in place of the job's defaults
 * @param earlier tasks that a repair does not run again, by key
 * @param values what tasks have told each other so far
 * @param watcher is told what becomes of the run
 * @param otherJobs runs the jobs of run-job tasks
 */
public record RunOrder(
        About about,
        Map<String, String> parameters,
        Map<String, TaskRun> earlier,
        TaskValues values,
        RunWatcher watcher,
        OtherJobs otherJobs) {

    public RunOrder {
        requireNonNull(about, "about");
        requireNonNull(values, "values");
        requireNonNull(watcher, "watcher");
        requireNonNull(otherJobs, "otherJobs");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        earlier = Map.copyOf(earlier);
    }

    /**
     * What references tell of a run.
     *
     * @param runId as {@code {{job.run_id}}} has it
     * @param trigger why it was started, in Databricks' words
     * @param repairs how often it was repaired
     * @param workspaceId as {@code {{workspace.id}}} has it
     * @param workspaceUrl as {@code {{workspace.url}}} has it
     */
    public record About(long runId, String trigger, int repairs, String workspaceId, String workspaceUrl) {

        public About {
            requireNonNull(trigger, "trigger");
            requireNonNull(workspaceId, "workspaceId");
            requireNonNull(workspaceUrl, "workspaceUrl");
        }

        static About unwatched(String trigger) {
            return new About(OwnIds.next(), trigger, 0, "0", "https://localhost");
        }
    }
}
