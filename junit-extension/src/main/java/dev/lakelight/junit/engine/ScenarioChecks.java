package dev.lakelight.junit.engine;

import dev.lakelight.assertion.ExpectationCheck;
import dev.lakelight.junit.testbed.Reasons;
import dev.lakelight.lake.Lake;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.runtime.NotebookRun;
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
    void check(NotebookRun last) {
        Expectations then = scenario.then();
        check(scenario.source(), () -> checkEnd(last, then));

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

    private void checkEnd(NotebookRun last, Expectations then) {
        if (then.error() != null) {
            checkError(last, then.error());
        }

        if (then.exitValue() != null) {
            checkExit(last, then.exitValue());
        }
    }

    private void checkError(NotebookRun last, String expected) {
        if (last.succeeded()) {
            throw failure("expected an error with '%s', but every step succeeded.".formatted(expected));
        }

        if (Reasons.of(last).stream().noneMatch(reason -> reason.contains(expected))) {
            throw failure("expected an error with '%s', but %s failed with:\n%s"
                    .formatted(expected, last.record().module(), Reasons.text(last)));
        }
    }

    private void checkExit(NotebookRun last, String expected) {
        Optional<String> found = last.exitValue();

        if (!found.equals(Optional.of(expected))) {
            throw failure("expected %s to exit with '%s', but it exited with %s."
                    .formatted(
                            last.record().module(),
                            expected,
                            found.map("'%s'"::formatted).orElse("nothing")));
        }
    }

    /** The same form as that of AssertJ, which tells of tables. */
    private AssertionError failure(String message) {
        return new AssertionError("[%s] %s".formatted(scenario.source(), message));
    }
}
