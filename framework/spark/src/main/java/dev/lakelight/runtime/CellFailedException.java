package dev.lakelight.runtime;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.problem.SecretFree;
import dev.lakelight.problem.ThrownText;
import dev.lakelight.result.SourceLocation;
import dev.lakelight.secret.KnownSecrets;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import scala.Option;

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

    static String messageOf(Throwable cause) {
        String message = ThrownText.message(cause);
        return message.isBlank() ? cause.getClass().getName() : shown(message.strip());
    }

    /** Spark names schemas as its own catalog does. */
    private static String shown(String message) {
        Option<SparkSession> session = SparkSession.getActiveSession();
        return session.isEmpty() ? message : new Catalogs(session.get()).shownIn(message);
    }

    /** Return the line of the notebook that failed. */
    public SourceLocation location() {
        return location;
    }
}
