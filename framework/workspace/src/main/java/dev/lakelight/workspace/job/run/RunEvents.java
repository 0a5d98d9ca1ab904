package dev.lakelight.workspace.job.run;

import dev.lakelight.workspace.job.store.StoredRun;

/** Is told of runs that begin and end, when that is written down. */
public interface RunEvents {

    /** A run has begun. */
    void begun(StoredRun run);

    /** A run is over. */
    void ended(StoredRun run);
}
