package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

/**
 * Something that a run accepted, and that has less effect here than on Databricks: a {@code GRANT}, a key that nothing enforces.
 *
 * @param text what it was, and what becomes of it; names the statement where it has no effect at all
 * @param source the statement's first line, or the first line of a cell that is not in SQL; of a class line 0
 */
public record Warning(String text, SourceLocation source) {

    public Warning {
        requireNonNull(text, "text");
        requireNonNull(source, "source");
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(source, text);
    }
}
