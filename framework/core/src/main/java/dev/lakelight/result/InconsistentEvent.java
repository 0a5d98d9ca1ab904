package dev.lakelight.result;

/** An event that cannot follow those before it; the message says why. */
final class InconsistentEvent extends Exception {

    private static final long serialVersionUID = 1;

    InconsistentEvent(String message) {
        super(message);
    }
}
