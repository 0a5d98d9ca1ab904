package dev.lakelight.maven;

import static java.util.Objects.requireNonNull;

import dev.lakelight.verdict.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the goal {@code integration-test} leaves for the goal {@code verify}, beside the event log.
 *
 * @param buildStart of the build that it ran in
 * @param configuration what decided how it ran, by property name
 * @param wallTime of the suite JVM; zero as long as it runs
 * @param facts how the suite JVM ended
 * @param trouble why the suite could not run, or null when it could
 */
record SuiteRun(
        Instant buildStart,
        Map<String, String> configuration,
        Duration wallTime,
        RunFacts facts,
        @Nullable String trouble) {

    SuiteRun {
        requireNonNull(buildStart, "buildStart");
        configuration = Collections.unmodifiableMap(new TreeMap<>(configuration));
        requireNonNull(wallTime, "wallTime");
        requireNonNull(facts, "facts");
    }

    /** What is true from the start, and stays so when the build is cancelled. */
    static SuiteRun begun(Instant buildStart, Map<String, String> configuration) {
        return new SuiteRun(buildStart, configuration, Duration.ZERO, RunFacts.cancelled(), null);
    }

    SuiteRun ended(RunFacts newFacts, Duration newWallTime) {
        return new SuiteRun(buildStart, configuration, newWallTime, newFacts, null);
    }

    SuiteRun prevented(String reason) {
        return new SuiteRun(buildStart, configuration, wallTime, facts, reason);
    }
}
