package dev.lakelight.assertion;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.TableDifference;

/** A table is not what was expected. Reports show the difference as a table; the message has it as text. */
public class TableDifferenceError extends AssertionError {

    private static final long serialVersionUID = 1;

    private final transient TableDifference difference;

    /** Create an error. */
    public TableDifferenceError(String message, TableDifference difference) {
        super(message);
        this.difference = requireNonNull(difference, "difference");
    }

    /** Return what differs. */
    public TableDifference difference() {
        return difference;
    }
}
