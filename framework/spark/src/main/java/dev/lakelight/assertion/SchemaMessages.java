package dev.lakelight.assertion;

import dev.lakelight.difference.Counted;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;

/** What assertions about the definition of a table say when they fail. */
final class SchemaMessages {

    private SchemaMessages() {}

    static String noColumn(String table, String name, List<String> columns, Optional<String> nearest) {
        return "%s has no column %s. Columns: %s.%s"
                .formatted(
                        table,
                        name,
                        Counted.list(columns),
                        nearest.map(" Perhaps you mean %s."::formatted).orElse(""));
    }

    static String otherType(String table, StructField found, DataType wanted) {
        return "column %s of %s has the type %s, but %s was expected"
                .formatted(found.name(), table, type(found.dataType()), type(wanted));
    }

    static String otherNullability(String table, StructField found) {
        return found.nullable()
                ? "column %s of %s takes NULL, but NOT NULL was expected".formatted(found.name(), table)
                : "column %s of %s is NOT NULL, but was expected to take NULL".formatted(found.name(), table);
    }

    static String otherComment(String place, String expected, String found) {
        return "%s has %s, but %s was expected".formatted(place, comment(found), comment(expected));
    }

    static String otherColumns(String table, String how, List<String> expected, List<String> found) {
        return "%s is %s by %s, but by %s was expected"
                .formatted(table, how, Counted.list(found), Counted.list(expected));
    }

    static String otherProperty(String table, String name, String expected, Map<String, String> found) {
        String value = found.containsKey(name) ? "'%s'".formatted(found.get(name)) : "not set";
        return "the property %s of %s is %s, but '%s' was expected%s"
                .formatted(name, table, value, expected, entries(found));
    }

    static String unexpectedProperty(String table, String name, String value) {
        return "the property %s of %s is '%s', but was expected not to be set".formatted(name, table, value);
    }

    static String otherConstraint(String table, String name, String expected, Map<String, String> found) {
        return "%s was expected to have the constraint %s: %s, but has %s%s"
                .formatted(table, name, expected, found.isEmpty() ? "none" : "others", entries(found));
    }

    static String otherConstraints(String table, Set<String> expected, Map<String, String> found) {
        return "%s was expected to have these constraints: %s, but has %s%s"
                .formatted(
                        table,
                        Counted.list(List.copyOf(expected)),
                        found.isEmpty() ? "none" : "others",
                        entries(found));
    }

    static String noFeature(String table, String feature, Set<String> found) {
        return "%s was expected to have the table feature %s, but has: %s"
                .formatted(table, feature, Counted.list(List.copyOf(found)));
    }

    static String unexpectedFeature(String table, String feature, Set<String> found) {
        return "%s was expected not to have the table feature %s, but has: %s"
                .formatted(table, feature, Counted.list(List.copyOf(found)));
    }

    private static String comment(String text) {
        return text.isEmpty() ? "no comment" : "the comment '%s'".formatted(text);
    }

    private static String type(DataType type) {
        return type.sql().toUpperCase(Locale.ROOT);
    }

    private static String entries(Map<String, String> entries) {
        return Counted.lines(entries.entrySet().stream()
                .map(entry -> "%s: %s".formatted(entry.getKey(), entry.getValue()))
                .toList());
    }
}
