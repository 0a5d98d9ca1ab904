package dev.lakelight.verdict;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a run from outside of the suite JVM.
 *
 * @param exitCode of the suite JVM: 0 when it came to its end, whatever the tests found; null when it was stopped
 * @param timeLimit the limit that was exceeded, or null when none was
 * @param testedCommit the commit that the tests ran on, or null when unknown
 * @param branchCommit the commit that the branch is at, or null when unknown
 */
public record RunFacts(
        @Nullable Integer exitCode,
        @Nullable Duration timeLimit,
        @Nullable String testedCommit,
        @Nullable String branchCommit) {

    /** Return the facts of a suite JVM that ended by itself, or was killed by someone else. */
    public static RunFacts ended(int exitCode) {
        return new RunFacts(exitCode, null, null, null);
    }

    /** Return the facts of a suite JVM that was stopped because it took longer than this. */
    public static RunFacts timedOut(Duration limit) {
        return new RunFacts(null, limit, null, null);
    }

    /** Return the facts of a suite JVM that was stopped because the build was. */
    public static RunFacts cancelled() {
        return new RunFacts(null, null, null, null);
    }

    /** Return the same facts with what ran and what should have. */
    public RunFacts onCommit(@Nullable String tested, @Nullable String branch) {
        return new RunFacts(exitCode, timeLimit, tested, branch);
    }
}
