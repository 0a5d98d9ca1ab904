package dev.lakelight.problem;

import dev.lakelight.result.SourceLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mistake in what users wrote: a notebook, a scenario, a data file, a setting. The message alone lets them mend it: it says
 * the problem, the place, what was found and what to do.
 */
public class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient @Nullable SourceLocation location;

    /** Create an error whose place, where it has one, is told by the message only. */
    public UserError(String message) {
        super(message);
        this.location = null;
    }

    /** Create an error that something else has led to. */
    public UserError(String message, Throwable cause) {
        super(message, cause);
        this.location = null;
    }

    /** Create an error at a place that editors and reports can open; the message names it as well. */
    public UserError(String message, SourceLocation location) {
        super(message);
        this.location = location;
    }

    private UserError(String message, @Nullable Throwable cause, @Nullable SourceLocation location) {
        super(message, cause);
        this.location = location;
    }

    /** Return an error at the same place. */
    UserError with(String message, @Nullable Throwable cause) {
        return new UserError(message, cause, location);
    }

    /** Return the place to look at first, where one is known. */
    public Optional<SourceLocation> location() {
        return Optional.ofNullable(location);
    }
}
