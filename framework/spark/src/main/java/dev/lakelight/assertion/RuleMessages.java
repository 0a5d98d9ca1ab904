package dev.lakelight.assertion;

import java.util.List;

/** What assertions about the rules of rows say before they show the rows. */
final class RuleMessages {

    private RuleMessages() {}

    static String repeatedKey(String table, List<String> key, long found) {
        return "%s has %s of (%s) more than once".formatted(table, Counted.of(found, "key"), String.join(", ", key));
    }

    static String orphans(String table, List<String> columns, String target, long found) {
        return "%s has %s whose (%s) is not in %s"
                .formatted(table, Counted.of(found, "row"), String.join(", ", columns), target);
    }

    static String notOnly(String table, String condition, long found) {
        return "%s has %s where this is not true: %s".formatted(table, Counted.of(found, "row"), condition);
    }

    static String notNone(String table, String condition, long found) {
        return "%s has %s where this is true, but none was expected: %s"
                .formatted(table, Counted.of(found, "row"), condition);
    }
}
