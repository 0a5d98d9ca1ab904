package dev.lakelight.result;

import org.jspecify.annotations.Nullable;

/** A line of an event log that is not an event; the message says why. */
final class UnreadableEvent extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
