package dev.lakelight.junit.engine;

import dev.lakelight.result.SourceLocation;
import java.util.List;

/** What a scenario expects does not hold. The message tells everything that does not; each is also a suppressed exception. */
public final class ScenarioFailure extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient SourceLocation location;

    private ScenarioFailure(String message, SourceLocation location) {
        super(message);
        this.location = location;
    }

    /** Return the line of the first expectation that does not hold. */
    public SourceLocation location() {
        return location;
    }

    /** Make one failure of several; there is at least one. */
    static ScenarioFailure of(List<Unmet> unmet) {
        ScenarioFailure failure =
                new ScenarioFailure(message(unmet), unmet.get(0).declaredAt());
        unmet.forEach(expectation -> failure.addSuppressed(expectation.error()));
        return failure;
    }

    /** Make a failure of what is wrong with all of a scenario. */
    static ScenarioFailure of(SourceLocation scenario, AssertionError error) {
        ScenarioFailure failure = new ScenarioFailure("[%s] %s".formatted(scenario, error.getMessage()), scenario);
        failure.addSuppressed(error);
        return failure;
    }

    private static String message(List<Unmet> unmet) {
        if (unmet.size() == 1) {
            return String.valueOf(unmet.get(0).error().getMessage());
        }

        StringBuilder text = new StringBuilder("%d expectations are not met.".formatted(unmet.size()));

        for (int number = 1; number <= unmet.size(); number++) {
            text.append("\n\n(%d) %s"
                    .formatted(number, unmet.get(number - 1).error().getMessage()));
        }

        return text.toString();
    }

    /**
     * An expectation that does not hold.
     *
     * @param declaredAt where it is declared
     * @param error what was found instead
     */
    record Unmet(SourceLocation declaredAt, AssertionError error) {}
}
