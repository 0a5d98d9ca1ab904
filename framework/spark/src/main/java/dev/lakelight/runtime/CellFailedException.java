package dev.lakelight.runtime;

import dev.lakelight.catalog.ShownErrors;
import dev.lakelight.problem.SecretFree;
import dev.lakelight.problem.ThrownText;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.secret.KnownSecrets;
import org.apache.spark.sql.AnalysisException;
import org.jspecify.annotations.Nullable;

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

    private CellFailedException(String message, @Nullable Throwable cause, SourceLocation location) {
        super(message, cause);
        this.location = location;
    }

    /** Return the same without secrets. */
    CellFailedException secretFree() {
        String message = KnownSecrets.ofThisJvm().redact(String.valueOf(getMessage()));
        CellFailedException copy = new CellFailedException(message, SecretFree.ofCause(getCause()), location);
        copy.setStackTrace(getStackTrace());
        return copy;
    }

    /** Return what it failed with; from now on that names schemas as the notebook's author does. */
    static String messageOf(Throwable cause) {
        if (cause instanceof InterruptedException) {
            return CancelledRun.MESSAGE;
        }

        ShownErrors.showInActiveSession(cause);
        String message = withoutPlan(cause);
        return message.isBlank() ? cause.getClass().getName() : message.strip();
    }

    /** Spark appends the plan of the statement, which says nothing to who wrote the statement. */
    private static String withoutPlan(Throwable cause) {
        return cause instanceof AnalysisException analysis ? analysis.getSimpleMessage() : ThrownText.message(cause);
    }

    /** Return the line of the notebook that failed. */
    public SourceLocation location() {
        return location;
    }
}
