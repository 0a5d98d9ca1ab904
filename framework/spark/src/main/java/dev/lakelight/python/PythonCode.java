package dev.lakelight.python;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * What Python is to run. Public for the Python side, which calls its methods.
 *
 * @param text of a cell
 * @param label what tracebacks call it; another one for each cell
 * @param line of the file on which it begins, 1-based
 * @param arguments {@code sys.argv} of a file; null for a cell of a notebook, whose last value is shown
 * @param sqlResult the result of the last SQL cell, or null when Python has it already
 */
public record PythonCode(
        String text,
        String label,
        int line,
        @Nullable List<String> arguments,
        @Nullable Dataset<?> sqlResult) {

    /** Return whether it is a file that is run as {@code __main__}. */
    public boolean isFile() {
        return arguments != null;
    }
}
