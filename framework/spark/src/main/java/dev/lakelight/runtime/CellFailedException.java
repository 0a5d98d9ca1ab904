package dev.lakelight.runtime;

import dev.lakelight.result.SourceLocation;

/** A cell of a notebook failed. The message says where and why, the cause is what it failed with. */
public final class CellFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient SourceLocation location;

    CellFailedException(CellPlace place, SourceLocation location, Throwable cause) {
        this(place, location, messageOf(cause), cause);
    }

    /** Say what it failed with in words that the notebook's author knows. */
    CellFailedException(CellPlace place, SourceLocation location, String message, Throwable cause) {
        super("%s failed: %s".formatted(place.describe(location), message), cause);
        this.location = location;
    }

    static String messageOf(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getName() : message.strip();
    }

    /** Return the line of the notebook that failed. */
    public SourceLocation location() {
        return location;
    }
}
