package dev.lakelight.databricks;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.JobRun;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a step of a test ended.
 *
 * @param name of the module or job, as messages show it
 * @param kind whether it did its work
 * @param failure what to say when it was to succeed; empty when it did
 * @param reasons why it failed; empty when it succeeded
 * @param trace more of that; may be empty
 * @param exitValue of a notebook, or null
 * @param job its record when it was one
 */
record StepEnd(
        String name,
        Kind kind,
        String failure,
        List<String> reasons,
        String trace,
        @Nullable String exitValue,
        Optional<JobRun> job) {

    /** Whether a step did its work. */
    enum Kind {
        SUCCEEDED,
        /** Its own code failed. */
        FAILED,
        /** It was not run, or not to its end. Nobody expects that. */
        UNFINISHED
    }

    StepEnd {
        requireNonNull(name, "name");
        requireNonNull(kind, "kind");
        reasons = List.copyOf(reasons);
    }

    static StepEnd succeeded(String name, @Nullable String exitValue) {
        return new StepEnd(name, Kind.SUCCEEDED, "", List.of(), "", exitValue, Optional.empty());
    }

    static StepEnd failed(String name, String failure, String error, String trace) {
        return new StepEnd(name, Kind.FAILED, failure, List.of(error), trace, null, Optional.empty());
    }

    static StepEnd unfinished(String name, String failure) {
        return new StepEnd(name, Kind.UNFINISHED, failure, List.of(), "", null, Optional.empty());
    }

    boolean succeeded() {
        return kind == Kind.SUCCEEDED;
    }

    /** Return whether a text is in what is told of the failure. */
    boolean tells(String text) {
        return trace.contains(text) || reasons.stream().anyMatch(reason -> reason.contains(text));
    }
}
