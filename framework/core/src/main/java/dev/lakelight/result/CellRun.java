package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a notebook cell.
 *
 * @param number 1-based position in its notebook
 * @param language of the cell, as its magic says it: {@code sql}, {@code java}, {@code md}, {@code run}
 * @param title shown title, or null
 * @param source notebook file and first line of the cell
 * @param code text of the cell
 * @param status how it ended
 * @param duration wall time
 * @param output first rows of its last result, or null when it has none
 * @param text what it printed; empty when nothing
 * @param warnings what it was told of, in order
 * @param problem why it failed, or null
 */
public record CellRun(
        int number,
        String language,
        @Nullable String title,
        SourceLocation source,
        String code,
        Status status,
        Duration duration,
        @Nullable TableSample output,
        String text,
        List<Warning> warnings,
        @Nullable Problem problem) {

    /** How a cell ended. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        /** It called {@code dbutils.notebook.exit}. */
        EXITED
    }

    public CellRun {
        requireNonNull(language, "language");
        requireNonNull(source, "source");
        requireNonNull(code, "code");
        requireNonNull(status, "status");
        requireNonNull(duration, "duration");
        requireNonNull(text, "text");
        warnings = List.copyOf(warnings);
    }
}
