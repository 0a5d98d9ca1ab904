package dev.lakelight.workspace.job.run;

import dev.lakelight.workspace.job.store.StoredTaskRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of the attempts of a run the last one at each task, and at each iteration. */
public final class LastAttempts {

    private LastAttempts() {}

    /** Return them, in the order in which the tasks were known. */
    public static List<StoredTaskRun> of(List<StoredTaskRun> attempts) {
        Map<String, StoredTaskRun> last = new LinkedHashMap<>();
        attempts.forEach(attempt -> last.put(attempt.label(), attempt));
        return List.copyOf(last.values());
    }
}
