package dev.lakelight.difference;

import java.util.List;

/** What assertions about the rules of rows say before they show the rows. */
public final class RuleMessages {

    private RuleMessages() {}

    /** Say how many rows are expected and found, where they differ. */
    public static String sizes(long expected, long found) {
        return "expected %d %s, found %d".formatted(expected, expected == 1 ? "row" : "rows", found);
    }

    /** Say how many rows there are, and how many there should be. */
    public static String otherRowCount(String table, long expected, long found) {
        return "%s has %s, but %s".formatted(table, Counted.of(found, "row"), Counted.wereExpected(expected));
    }

    /** Say that there is a table that must not be there. */
    public static String exists(String table) {
        return "The table %s exists, but must not".formatted(table);
    }

    /** Say how many keys there are more than once. */
    public static String repeatedKey(String table, List<String> key, long found) {
        return "%s has %s of (%s) more than once".formatted(table, Counted.of(found, "key"), String.join(", ", key));
    }

    /** Say how many rows refer to nothing. */
    public static String orphans(String table, List<String> columns, String target, long found) {
        return "%s has %s whose (%s) is not in %s"
                .formatted(table, Counted.of(found, "row"), String.join(", ", columns), target);
    }

    /** Say for how many rows a condition is not true. */
    public static String notOnly(String table, String condition, long found) {
        return "%s has %s where this is not true: %s".formatted(table, Counted.of(found, "row"), condition);
    }

    /** Say for how many rows a condition is true. */
    public static String notNone(String table, String condition, long found) {
        return "%s has %s where this is true, but none was expected: %s"
                .formatted(table, Counted.of(found, "row"), condition);
    }
}
