package dev.lakelight.scenario;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of tables as they are written in scenario files. */
final class TableNames {

    private static final String PART = "(?:[^.`\\s]+|`[^`]+`)";
    private static final Pattern QUALIFIED = Pattern.compile(PART + "\\." + PART + "(?:\\." + PART + ")?");

    private TableNames() {}

    /** Return whether a name is {@code schema.table} or {@code catalog.schema.table}. */
    static boolean isQualified(String name) {
        return QUALIFIED.matcher(name).matches();
    }

    /** Return the same text for all ways to write one table's name: Spark ignores case and quotes. */
    static String canonical(String name) {
        return name.replace("`", "").toLowerCase(Locale.ROOT);
    }
}
