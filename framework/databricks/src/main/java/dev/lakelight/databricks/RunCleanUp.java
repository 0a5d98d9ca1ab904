package dev.lakelight.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.lakelight.databricks.api.RemoteWorkspace;
import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.RunName;
import dev.lakelight.databricks.job.TaskEnd;
import dev.lakelight.databricks.job.TaskGraph;
import dev.lakelight.problem.EnvironmentError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Removes what was made for a run: catalogs first, then jobs, files, the Git folder, and the folder that tells of all of it. */
final class RunCleanUp {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final DatabricksSettings settings;
    private final RemoteWorkspace workspace;
    private final Consumer<String> log;

    RunCleanUp(DatabricksSettings settings, RemoteWorkspace workspace, Consumer<String> log) {
        this.settings = settings;
        this.workspace = workspace;
        this.log = log;
    }

    /** Remove everything but the catalogs, which are gone. */
    void removeRest(RunPlace place) {
        new MadeJobs(workspace, place).remove();

        if (settings.files() != null) {
            workspace.files().remove(settings.files() + "/" + place.name());
        }

        workspace.removeGitFolder(place.gitFolder());
        workspace.removeFolder(place.folder());
    }

    /**
     * Remove everything.
     *
     * @throws EnvironmentError when the catalogs cannot be dropped; the rest is left then, to try again
     */
    void remove(RunPlace place) throws InterruptedException {
        List<String> drops = workspace.names(place.notebooks()).stream()
                .filter(name -> name.startsWith(RunPlace.DROP))
                .toList();

        for (String notebook : drops) {
            drop(place, notebook);
        }

        removeRest(place);
    }

    private void drop(RunPlace place, String notebook) throws InterruptedException {
        ArrayNode tasks = new TaskGraph(place.notebooks(), settings.compute(), Map.of()).of(List.of(), 1, notebook);
        String token = "%s_%s_%x".formatted(place.name(), notebook, System.nanoTime() & 0xffffffffL);
        RunOrder order = new RunOrder("Lakelight clean-up", token, tasks, Map.of(), LIMIT);
        Submission submission = Submission.of(workspace.jobs(), settings.compute(), order);

        try {
            Optional<FoundRun> run =
                    new RunWatch(submission, log).await(Instant.now().plus(LIMIT), found -> {});
            boolean done =
                    run.filter(found -> found.run().end() == TaskEnd.SUCCEEDED).isPresent();

            if (!done) {
                throw new EnvironmentError("The catalogs of the run %s could not be dropped. Look at %s"
                        .formatted(
                                place.name(),
                                run.map(found -> found.run().page()).orElse("its run, which takes too long")));
            }
        } finally {
            submission.forget();
        }
    }

    /** Return the runs in a folder that nobody needs any more. */
    List<RunName> expired(String base, Instant now) {
        return workspace.names(base).stream()
                .flatMap(name -> RunName.parse(name).stream())
                .filter(name -> name.expires().isBefore(now))
                .toList();
    }
}
