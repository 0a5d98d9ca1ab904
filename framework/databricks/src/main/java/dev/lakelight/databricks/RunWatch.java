package dev.lakelight.databricks;

import dev.lakelight.databricks.job.FoundRun;
import dev.lakelight.databricks.job.FoundTask;
import dev.lakelight.problem.EnvironmentError;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks again and again how a run is, and tells what has changed. */
final class RunWatch {

    /** How long a workspace may be out of reach before the run is given up. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Submission submission;
    private final Consumer<String> log;
    private final Duration patience;
    private final Map<String, String> told = new HashMap<>();
    private Instant lastAnswer = Instant.now();

    RunWatch(Submission submission, Consumer<String> log) {
        this(submission, log, PATIENCE);
    }

    RunWatch(Submission submission, Consumer<String> log, Duration patience) {
        this.submission = submission;
        this.log = log;
        this.patience = patience;
    }

    /**
     * Wait until the run has ended.
     *
     * @param deadline until when
     * @param each is given every answer, the last one included
     * @return the run, or nothing when the time is up
     * @throws EnvironmentError when the workspace is out of reach for long
     */
    Optional<FoundRun> await(Instant deadline, Consumer<FoundRun> each) throws InterruptedException {
        Duration pause = FIRST_PAUSE;

        while (Instant.now().isBefore(deadline)) {
            Optional<FoundRun> run = ask();

            if (run.isPresent()) {
                tell(run.get());
                each.accept(run.get());

                if (run.get().run().hasEnded()) {
                    return run;
                }
            }

            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        }

        return Optional.empty();
    }

    /** A run that was just submitted may not be there at once, and connections break. */
    private Optional<FoundRun> ask() {
        try {
            FoundRun run = submission.jobs().run(submission.runId());
            lastAnswer = Instant.now();
            return Optional.of(run);
        } catch (EnvironmentError e) {
            if (Duration.between(lastAnswer, Instant.now()).compareTo(patience) > 0) {
                throw e;
            }

            log.accept("...   " + e.getMessage());
            return Optional.empty();
        }
    }

    private void tell(FoundRun found) {
        tell("the run", found.run());
        found.tasks().values().forEach(task -> tell(task.key(), task));
    }

    private void tell(String name, FoundTask task) {
        String state = task.state();

        if (!state.equals(told.put(name, state))) {
            String page = task.key().isEmpty() ? "  " + task.page() : "";
            log.accept("      %s: %s%s".formatted(name, state, page));
        }
    }
}
