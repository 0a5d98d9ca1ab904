package dev.lakelight.maven;

import static java.util.Objects.requireNonNull;

import dev.lakelight.verdict.RunFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the goal {@code integration-test} leaves for the goal {@code verify}, beside the event log.
 *
 * @param buildStart of the build that it ran in
 * @param facts how the suite JVM ended
 * @param trouble why the suite could not run, or null when it could
 */
record SuiteRun(
        Instant buildStart, RunFacts facts, @Nullable String trouble) {

    SuiteRun {
        requireNonNull(buildStart, "buildStart");
        requireNonNull(facts, "facts");
    }

    /** What is true from the start, and stays so when the build is cancelled. */
    static SuiteRun begun(Instant buildStart) {
        return new SuiteRun(buildStart, RunFacts.cancelled(), null);
    }

    SuiteRun ended(RunFacts newFacts) {
        return new SuiteRun(buildStart, newFacts, null);
    }

    SuiteRun prevented(String reason) {
        return new SuiteRun(buildStart, facts, reason);
    }
}
