package dev.lakelight.workspace.job.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.job.Job;
import dev.lakelight.job.file.JobSettings;
import dev.lakelight.job.run.JobRunner;
import dev.lakelight.job.run.OtherJobs;
import dev.lakelight.job.run.RunOrder;
import dev.lakelight.job.run.TaskValues;
import dev.lakelight.launch.FileTree;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.JobRun;
import dev.lakelight.workspace.api.Principal;
import dev.lakelight.workspace.job.run.ClusterTasks.Sources;
import dev.lakelight.workspace.job.run.DurableWatcher.RunId;
import dev.lakelight.workspace.job.store.Standing;
import dev.lakelight.workspace.job.store.StoredRun;
import dev.lakelight.workspace.job.store.TerminationCode;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** One run of a job, or one repair of a run, from its beginning to its end. */
final class RunExecution {

    /** Drivers have limits of their own. */
    private static final int MODULES_AT_ONCE = 100;

    private final RunSurroundings surroundings;
    private final RunStores stores;
    private final StoredRun run;
    private final RunId id;
    private final Rerun rerun;
    private final BooleanSupplier isStopped;
    private final ObjectNode settings;
    private final TaskValues values = new TaskValues();

    RunExecution(
            RunSurroundings surroundings, RunStores stores, StoredRun run, Rerun rerun, BooleanSupplier isStopped) {
        this.surroundings = surroundings;
        this.stores = stores;
        this.run = run;
        this.rerun = rerun;
        this.isStopped = isStopped;
        this.id = new RunId(run.runId(), rerun.repairId());
        this.settings = RunParameters.applied(run.settings(), rerun.parameters());
    }

    /** Run it and return how it ended; what goes wrong is part of that. */
    Standing run(OtherJobs otherJobs) {
        Path checkout = surroundings.folder().resolve(String.valueOf(run.runId()));

        try {
            JobRun result = run(checkout, otherJobs);
            return Standing.ended(
                    result.state(),
                    RunMessages.ofRun(result.state(), stores.tasks().of(run.runId())));
        } catch (TaskFailure e) {
            return Standing.failed(e.code(), e.text());
        } catch (UserError e) {
            return Standing.failed(TerminationCode.INVALID_RUN_CONFIGURATION, String.valueOf(e.getMessage()));
        } finally {
            FileTree.delete(checkout);
        }
    }

    private JobRun run(Path checkout, OtherJobs otherJobs) {
        Principal runAs = RunAs.principal(run, surroundings.principals());
        boolean isGit = settings.path("git_source").isObject();

        if (isGit) {
            new GitSources(surroundings.checkouts(), stores.runs()).checkOut(run, runAs, checkout);
        }

        WireTasks tasks = WireTasks.of(settings);
        rerun.values().forEach(value -> values.set(value.task(), value.key(), value.json()));
        DurableWatcher watcher = new DurableWatcher(id, stores.tasks(), tasks, values, isStopped);
        Sources sources = new Sources(
                surroundings.files(), isGit ? checkout : surroundings.files().root(), isGit, runAs);

        try (RunClusters clusters = new RunClusters(surroundings.clusters(), settings, run.runId(), runAs)) {
            return new JobRunner(new ClusterTasks(clusters, tasks, watcher, sources), MODULES_AT_ONCE)
                    .run(job(), order(watcher, otherJobs));
        }
    }

    private Job job() {
        return JobSettings.read(String.valueOf(run.jobId()), Selection.of(settings, rerun.parameters()));
    }

    private RunOrder order(DurableWatcher watcher, OtherJobs otherJobs) {
        RunOrder.About about = new RunOrder.About(
                run.runId(),
                run.trigger().toLowerCase(Locale.ROOT),
                rerun.number(),
                String.valueOf(surroundings.workspaceId()),
                surroundings.url().get());
        return new RunOrder(
                about, RunParameters.ofJob(rerun.parameters()), rerun.earlier(), values, watcher, otherJobs);
    }

    /** Who a run acts for. */
    private static final class RunAs {

        private static Principal principal(StoredRun run, Function<String, Optional<Principal>> known) {
            String name = nameOf(run.settings(), run.creator());
            return known.apply(name)
                    .orElseThrow(() -> new TaskFailure(
                            TerminationCode.UNAUTHORIZED_ERROR,
                            "The job runs as %s, who is no longer known to the workspace. Give it another run_as."
                                    .formatted(name)));
        }

        private static String nameOf(JsonNode settings, String creator) {
            JsonNode runAs = settings.path("run_as");
            return runAs.path("user_name")
                    .asText(runAs.path("service_principal_name").asText(creator));
        }
    }
}
