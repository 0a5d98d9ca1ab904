package dev.lakelight.databricks.suite;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The name of a table in the catalog of its test.
 *
 * @param schema without quotes
 * @param table without quotes
 */
public record TableName(String schema, String table) {

    private static final Pattern PART = Pattern.compile("`((?:[^`]|``)+)`|([^.`]+)");

    /** Read a name of two parts. */
    public static TableName of(String name) {
        List<String> parts = parts(name);

        if (parts.size() != 2) {
            throw new IllegalArgumentException("not schema.table: " + name);
        }

        return new TableName(parts.get(0), parts.get(1));
    }

    static List<String> parts(String name) {
        return PART.matcher(name).results().map(TableName::part).toList();
    }

    private static String part(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1).replace("``", "`");
    }
}
