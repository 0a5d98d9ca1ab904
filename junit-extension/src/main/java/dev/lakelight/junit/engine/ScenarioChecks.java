package dev.lakelight.junit.engine;

import dev.lakelight.assertion.ExpectationCheck;
import dev.lakelight.difference.JobRunMessages;
import dev.lakelight.lake.Lake;
import dev.lakelight.result.JobRun;
import dev.lakelight.result.RunState;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.scenario.Expectations;
import dev.lakelight.scenario.Scenario;
import dev.lakelight.scenario.TableExpectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what the steps of a scenario have left behind. */
final class ScenarioChecks {

    private final Scenario scenario;
    private final Lake lake;
    private final List<ScenarioFailure.Unmet> unmet = new ArrayList<>();

    ScenarioChecks(Scenario scenario, Lake lake) {
        this.scenario = scenario;
        this.lake = lake;
    }

    /**
     * Check everything.
     *
     * @param last the run of the last step, or of the one that failed
     * @throws ScenarioFailure when something does not hold
     */
    void check(StepEnd last) {
        Expectations then = scenario.then();
        check(scenario.source(), () -> checkEnd(last, then));
        last.job()
                .ifPresent(job -> then.tasks()
                        .forEach((task, state) -> check(scenario.source(), () -> checkTask(job, task, state))));

        for (TableExpectation table : then.tables()) {
            check(table.source(), () -> ExpectationCheck.check(lake, table));
        }

        if (!unmet.isEmpty()) {
            throw ScenarioFailure.of(unmet);
        }
    }

    private void check(SourceLocation declaredAt, Runnable expectation) {
        try {
            expectation.run();
        } catch (AssertionError e) {
            unmet.add(new ScenarioFailure.Unmet(declaredAt, e));
        }
    }

    private void checkEnd(StepEnd last, Expectations then) {
        if (then.error() != null) {
            checkError(last, then.error());
        }

        if (then.exitValue() != null) {
            checkExit(last, then.exitValue());
        }
    }

    private void checkError(StepEnd last, String expected) {
        if (last.succeeded()) {
            throw failure("expected an error with '%s', but every step succeeded.".formatted(expected));
        }

        if (last.reasons().stream().noneMatch(reason -> reason.contains(expected))) {
            throw failure("expected an error with '%s', but %s failed with:\n%s"
                    .formatted(expected, last.name(), String.join("\nCaused by: ", last.reasons())));
        }
    }

    private void checkExit(StepEnd last, String expected) {
        Optional<String> found = last.exitValue();

        if (!found.equals(Optional.of(expected))) {
            throw failure("expected %s to exit with '%s', but it exited with %s."
                    .formatted(
                            last.name(), expected, found.map("'%s'"::formatted).orElse("nothing")));
        }
    }

    private void checkTask(JobRun job, String key, RunState expected) {
        JobRunMessages.unmet(job, key, expected).ifPresent(message -> {
            throw failure(message);
        });
    }

    /** The same form as that of AssertJ, which tells of tables. */
    private AssertionError failure(String message) {
        return new AssertionError("[%s] %s".formatted(scenario.source(), message));
    }
}
