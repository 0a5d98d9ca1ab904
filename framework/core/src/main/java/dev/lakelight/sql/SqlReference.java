package dev.lakelight.sql;

import static java.util.Objects.requireNonNull;

/**
 * A name in SQL text that stands for a parameter, a widget or a setting.
 *
 * @param name as written, quotes removed
 * @param text the whole reference as written: {@code :name}, <code>${name}</code> or {@code getArgument('name')}
 * @param line 1-based line in the text
 * @param column 1-based column, in UTF-16 units
 */
public record SqlReference(String name, String text, int line, int column) {

    public SqlReference {
        requireNonNull(name, "name");
        requireNonNull(text, "text");
    }

    static SqlReference at(int offset, String name, String text, TextLines lines) {
        return new SqlReference(name, text, lines.line(offset), lines.column(offset));
    }
}
