package dev.lakelight.assertion;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.TableDifference;
import dev.lakelight.secret.KnownSecrets;

/** A table is not what was expected. Reports show the difference as a table; the message has it as text. */
public class TableDifferenceError extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient TableDifference difference;

    /** Create an error; its message is without the secrets that this JVM knows. */
    public TableDifferenceError(String message, TableDifference difference) {
        super(KnownSecrets.ofThisJvm().redact(message));
        this.difference = requireNonNull(difference, "difference");
    }

    /** Return what differs. */
    public TableDifference difference() {
        return difference;
    }
}
