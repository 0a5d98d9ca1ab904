package dev.lakelight.workspace.job.run;

import dev.lakelight.workspace.job.store.JobStore;
import dev.lakelight.workspace.job.store.RepairStore;
import dev.lakelight.workspace.job.store.RunStore;
import dev.lakelight.workspace.job.store.TaskRunStore;
import dev.lakelight.workspace.storage.Database;
import java.time.Clock;

/** What is kept of jobs and their runs. */
public record RunStores(JobStore jobs, RunStore runs, TaskRunStore tasks, RepairStore repairs) {

    /** Keep all of it in a database. */
    public static RunStores in(Database database, Clock clock) {
        return new RunStores(
                new JobStore(database, clock),
                new RunStore(database, clock),
                new TaskRunStore(database, clock),
                new RepairStore(database, clock));
    }
}
