package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * What made the last commit of a table.
 *
 * @param operation as Delta names it: {@code MERGE}, {@code WRITE}
 * @param cell 1-based number of the notebook's cell, or 0 for a class
 * @param title shown title of the cell, or null
 * @param source notebook and first line of the cell, or the name of the class
 */
public record LastWrite(
        String operation, int cell, @Nullable String title, SourceLocation source) {

    public LastWrite {
        requireNonNull(operation, "operation");
        requireNonNull(source, "source");
    }

    /** Return it as messages show it: {@code MERGE in cell 3 "Latest address" of silver/customers.sql:20}. */
    public String describe() {
        if (cell == 0) {
            return operation + " in " + source;
        }
        String titled = title == null ? "" : " \"" + title + "\"";
        return "%s in cell %d%s of %s".formatted(operation, cell, titled, source);
    }
}
