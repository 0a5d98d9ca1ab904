package dev.lakelight.workspace.job;

import dev.lakelight.workspace.job.notify.Notifications;
import dev.lakelight.workspace.job.run.LastAttempts;
import dev.lakelight.workspace.job.run.RunEvents;
import dev.lakelight.workspace.job.run.RunStores;
import dev.lakelight.workspace.job.run.WireTasks;
import dev.lakelight.workspace.job.store.StoredRun;

/** Makes notifications of runs. Those of tasks are made when their run is over. */
record JobEvents(RunStores stores, Notifications notifications) implements RunEvents {

    @Override
    public void begun(StoredRun run) {
        notifications.begun(run);
    }

    @Override
    public void ended(StoredRun run) {
        WireTasks tasks = WireTasks.of(run.settings());
        LastAttempts.of(stores.tasks().of(run.runId())).stream()
                .filter(attempt -> !attempt.isIteration())
                .forEach(attempt -> tasks.find(attempt.label())
                        .ifPresent(task -> notifications.ended(run, task, attempt.standing())));
        notifications.ended(run);
    }
}
