package dev.lakelight.workspace.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lakelight.workspace.job.store.LifeCycle;
import dev.lakelight.workspace.job.store.Standing;
import java.util.Objects;

/** The fields that runs of jobs and of tasks have in common on the wire. */
final class RunFields {

    private RunFields() {}

    /** Write how a run stands: {@code state}, as old clients read it, and {@code status}. */
    static void standing(ObjectNode run, Standing standing) {
        ObjectNode state = run.putObject("state");
        state.put("life_cycle_state", standing.lifeCycle().name());

        if (standing.result() != null) {
            state.put("result_state", standing.result());
        }

        boolean isQueued = standing.lifeCycle() == LifeCycle.QUEUED;
        state.put("state_message", isQueued ? "" : standing.message());
        state.put("user_cancelled_or_timedout", isCancelled(standing));

        if (isQueued) {
            state.put("queue_reason", standing.message());
        }

        status(run.putObject("status"), standing);
    }

    private static boolean isCancelled(Standing standing) {
        return Objects.equals(standing.result(), "CANCELED") || Objects.equals(standing.result(), "TIMEDOUT");
    }

    private static void status(ObjectNode status, Standing standing) {
        status.put("state", standing.lifeCycle().ofStatus());

        if (standing.lifeCycle() == LifeCycle.QUEUED) {
            status.putObject("queue_details")
                    .put("code", "MAX_CONCURRENT_RUNS_REACHED")
                    .put("message", standing.message());
        }

        if (standing.code() != null) {
            status.putObject("termination_details")
                    .put("code", standing.code().name())
                    .put("type", standing.code().type())
                    .put("message", standing.message());
        }
    }

    /** Write the times of a run. */
    static void times(ObjectNode run, Times times) {
        run.put("start_time", times.start());

        if (times.end() > 0) {
            run.put("end_time", times.end());
        }

        run.put("setup_duration", times.setup());
        run.put("execution_duration", times.execution());
        run.put("cleanup_duration", 0);
        run.put("run_duration", times.end() > 0 && times.start() > 0 ? times.end() - times.start() : 0);
    }

    /** Times of a run in milliseconds; 0 where they have not come. */
    record Times(long start, long begin, long end) {

        private long setup() {
            return begin > 0 && start > 0 ? begin - start : 0;
        }

        private long execution() {
            return begin > 0 && end > 0 ? end - begin : 0;
        }
    }
}
