package dev.lakelight.job.run;

import dev.lakelight.result.JobRun;
import dev.lakelight.result.ModuleRun;
import dev.lakelight.result.Problem;
import dev.lakelight.result.RunState;
import dev.lakelight.result.TaskRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an attempt.
 *
 * @param state how it ended
 * @param run the module that it ran, or null
 * @param iterations of a for-each task
 * @param job that it ran, or null
 * @param value exit value or outcome, or null
 * @param problem why it did not succeed, or null
 */
record Outcome(
        RunState state,
        @Nullable ModuleRun run,
        List<TaskRun> iterations,
        @Nullable JobRun job,
        @Nullable String value,
        @Nullable Problem problem) {

    static Outcome of(ModuleRun run) {
        boolean succeeded = run.outcome() == ModuleRun.Outcome.SUCCEEDED;
        return new Outcome(
                succeeded ? RunState.SUCCESS : RunState.FAILED, run, List.of(), null, run.exitValue(), run.problem());
    }

    static Outcome value(String value) {
        return new Outcome(RunState.SUCCESS, null, List.of(), null, value, null);
    }

    static Outcome problem(RunState state, Problem problem) {
        return new Outcome(state, null, List.of(), null, null, problem);
    }

    static Outcome iterations(List<TaskRun> iterations, @Nullable Problem problem) {
        return new Outcome(problem == null ? RunState.SUCCESS : RunState.FAILED, null, iterations, null, null, problem);
    }

    static Outcome cancelled(List<TaskRun> iterations, Problem problem) {
        return new Outcome(RunState.CANCELED, null, iterations, null, null, problem);
    }

    static Outcome job(JobRun job, @Nullable Problem problem) {
        return new Outcome(problem == null ? RunState.SUCCESS : RunState.FAILED, null, List.of(), job, null, problem);
    }

    /** Return the same as one whose time was up: what it has done till then is kept. */
    Outcome timedOut(Problem why) {
        return new Outcome(RunState.TIMEDOUT, run, iterations, job, null, why);
    }

    /** Return the same as one that was cancelled, unless it succeeded before. */
    Outcome cancelled() {
        return state.succeeded() ? this : new Outcome(RunState.CANCELED, run, iterations, job, value, problem);
    }
}
