package dev.lakelight.dialect;

import dev.lakelight.catalog.Catalogs;
import dev.lakelight.sql.StatementReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Functions in SQL that call others. When Spark makes one it looks for those in its session catalog only, by two parts at most, so
 * their names in the body become those that they have there.
 */
final class FunctionBodies {

    private static final Pattern CREATES = Pattern.compile(
            "\\s*CREATE\\s+(OR\\s+REPLACE\\s+)?(TEMP(ORARY)?\\s+)?FUNCTION\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Catalogs catalogs;

    FunctionBodies(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    /** Return a statement with the names that Spark knows, when it creates a function in SQL. */
    String qualified(String sql) {
        return CREATES.matcher(sql).matches() ? inBody(sql) : sql;
    }

    private String inBody(String sql) {
        StatementReader reader = StatementReader.of(sql, "");
        StringBuilder result = new StringBuilder();
        int copied = 0;

        if (!reader.passTo("RETURN")) {
            return sql;
        }

        while (!reader.atEnd()) {
            int start = reader.offset();
            List<String> parts = name(reader);
            Optional<String> stored = reader.at('(') ? stored(parts) : Optional.empty();

            if (stored.isPresent()) {
                result.append(sql, copied, start).append(stored.get());
                copied = start + reader.textSince(start).length();
            }
        }

        return result.append(sql, copied, sql.length()).toString();
    }

    /** Read a name, or anything else, which has no parts. */
    private static List<String> name(StatementReader reader) {
        List<String> parts = new ArrayList<>();

        if (!reader.atName()) {
            reader.take();
            return parts;
        }

        parts.add(reader.namePart());

        while (reader.accept('.') && reader.atName()) {
            parts.add(reader.namePart());
        }

        return parts;
    }

    private Optional<String> stored(List<String> parts) {
        return parts.isEmpty()
                ? Optional.empty()
                : catalogs.storedFunction(parts)
                        .map(name -> name.stream()
                                .map(part -> "`" + part.replace("`", "``") + "`")
                                .collect(Collectors.joining(".")));
    }
}
