package dev.lakelight.result;

import static java.util.Objects.requireNonNull;

/**
 * A place in a source file.
 *
 * @param file path relative to the project's base directory with {@code /} as separator; absolute when outside of it
 * @param line 1-based line, or 0 when only the file is known
 */
public record SourceLocation(String file, int line) {

    public SourceLocation {
        requireNonNull(file, "file");

        if (line < 0) {
            throw new IllegalArgumentException("line must not be negative, but was " + line);
        }
    }

    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
