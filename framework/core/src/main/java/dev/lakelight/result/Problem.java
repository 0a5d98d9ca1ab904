package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Why something did not succeed.
 *
 * @param type class name of what was thrown
 * @param message its message; empty when it had none
 * @param trace its stack trace as text; empty when there is none
 * @param location the place to look at first, or null when unknown
 */
public record Problem(
        String type, String message, String trace, @Nullable SourceLocation location) {

    public Problem {
        requireNonNull(type, "type");
        requireNonNull(message, "message");
        requireNonNull(trace, "trace");
    }
}
