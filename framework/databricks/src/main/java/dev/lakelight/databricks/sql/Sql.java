package dev.lakelight.databricks.sql;

import dev.lakelight.databricks.suite.TableName;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes names and values as SQL, so that nothing in them is taken for anything else. */
final class Sql {

    private Sql() {}

    /**
     * Write text as a literal in one line. A dollar sign is written by its number: notebooks replace <code>${...}</code> also within
     * literals.
     */
    static String literal(@Nullable String text) {
        if (text == null) {
            return "NULL";
        }

        StringBuilder literal = new StringBuilder(text.length() + 2).append('\'');
        text.chars().forEach(character -> append((char) character, literal));
        return literal.append('\'').toString();
    }

    private static void append(char character, StringBuilder literal) {
        switch (character) {
            case '\'', '\\' -> literal.append('\\').append(character);
            case '\n' -> literal.append("\\n");
            case '\r' -> literal.append("\\r");
            default -> {
                if (character < ' ' || character == '$' || character == '\u2028' || character == '\u2029') {
                    literal.append("\\u%04x".formatted((int) character));
                } else {
                    literal.append(character);
                }
            }
        }
    }

    /** Write a name in quotes. */
    static String name(String name) {
        return "`%s`".formatted(name.replace("`", "``"));
    }

    static String names(List<String> names) {
        return names.stream().map(Sql::name).collect(Collectors.joining(", "));
    }

    static String table(TableName table) {
        return name(table.schema()) + "." + name(table.table());
    }

    /** Write an array of texts. */
    static String array(List<String> texts) {
        return texts.isEmpty()
                ? "CAST(array() AS ARRAY<STRING>)"
                : texts.stream().map(Sql::literal).collect(Collectors.joining(", ", "array(", ")"));
    }
}
