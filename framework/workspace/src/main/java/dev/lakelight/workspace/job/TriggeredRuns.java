package dev.lakelight.workspace.job;

import dev.lakelight.workspace.api.WireJson;
import dev.lakelight.workspace.job.run.RunLauncher;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.store.NewRun;
import dev.lakelight.workspace.job.store.RunType;
import dev.lakelight.workspace.job.trigger.TriggerTarget;

/** Starts the jobs of triggers, as their makers. */
record TriggeredRuns(RunStores stores, RunLauncher launcher) implements TriggerTarget {

    @Override
    public void start(long jobId, String type) {
        stores.jobs().find(jobId).ifPresent(job -> {
            var unused = launcher.start(
                    new NewRun(
                            jobId,
                            RunType.JOB_RUN,
                            job.name(),
                            job.creator(),
                            type,
                            null,
                            null,
                            job.settings(),
                            WireJson.mapper().createObjectNode()),
                    job.settings().path("queue").path("enabled").asBoolean());
        });
    }

    @Override
    public boolean isIdle(long jobId) {
        return stores.runs().active(jobId).isEmpty();
    }
}
