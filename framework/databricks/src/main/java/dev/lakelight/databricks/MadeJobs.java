package dev.lakelight.databricks;

import dev.lakelight.databricks.api.RemoteJobs;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.job.Job;
import dev.lakelight.job.TaskAction;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The jobs that are made for a run. Their names are in the run's folder before they are made, so that they can be removed whatever
 * happens.
 *
 * @param workspace that keeps them
 * @param place of the run
 */
record MadeJobs(RemoteWorkspace workspace, RunPlace place) {

    /** Make a job and those that it runs, or find those of an earlier attempt to do so. Return its id. */
    long make(WrittenJob written) {
        return make(written, written.selection().job(), new HashMap<>());
    }

    private long make(WrittenJob written, Job job, Map<String, Long> made) {
        runBy(job)
                .filter(other -> !made.containsKey(other))
                .forEach(other -> make(
                        written, written.selection().other(other).orElseThrow().job(), made));
        String name = "%s_%s".formatted(written.name(), job.id());
        RemoteJobs jobs = workspace.jobs();
        note(name);
        long id = jobs.find(name).orElseGet(() -> jobs.create(written.wire().of(job, name, made)));
        made.put(job.id(), id);
        return id;
    }

    /** Take note of a job that is going to be made. */
    void note(String name) {
        workspace.makeFolder(place.jobs() + "/" + name);
    }

    private static Stream<String> runBy(Job job) {
        return job.tasks().stream()
                .map(task -> task.action() instanceof TaskAction.ForEach each
                        ? each.task().action()
                        : task.action())
                .flatMap(action ->
                        action instanceof TaskAction.RunJob other ? Stream.of(other.jobId()) : Stream.empty());
    }

    /** Remove those that there are. */
    void remove() {
        RemoteJobs jobs = workspace.jobs();
        workspace.names(place.jobs()).forEach(name -> jobs.find(name).ifPresent(jobs::delete));
    }
}
