package dev.lakelight.databricks;

import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.problem.EnvironmentError;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A run that does not go on without this JVM.
 *
 * @param submission the run
 * @param log takes lines for people
 */
record AttendedRun(Submission submission, Consumer<String> log) {

    /** Waits for the run; returns nothing when the time is up. */
    interface Wait {
        Optional<FoundRun> run() throws InterruptedException;
    }

    /** Wait. When the time is up, something goes wrong or this JVM is ended, the run is cancelled. */
    Optional<FoundRun> await(Wait wait) throws InterruptedException {
        CancelOnExit cancel = CancelOnExit.of(submission);
        boolean over = false;

        try {
            Optional<FoundRun> run = wait.run();
            over = run.isPresent();
            run.ifPresent(found -> Costs.of(found).forEach(log));
            return run;
        } finally {
            end(over);
            cancel.close();
        }
    }

    private void end(boolean over) {
        try {
            if (!over) {
                submission.cancel();
            }

            submission.forget();
        } catch (EnvironmentError e) {
            log.accept(String.valueOf(e.getMessage()));
        }
    }
}
