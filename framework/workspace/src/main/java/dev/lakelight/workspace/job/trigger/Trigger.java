package dev.lakelight.workspace.job.trigger;

import java.time.Instant;
import java.util.Optional;

/** Decides when a job is to be started. */
interface Trigger {

    /** Return what runs say of why they were started. */
    String type();

    /** Return when to look again, after an instant; nothing when it never fires again. */
    Optional<Instant> next(Instant after);

    /** Look whether the job is to be started now. */
    boolean fires(Instant now);
}
