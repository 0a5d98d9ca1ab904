package dev.lakelight.databricks.check;

import java.util.Locale;
import java.util.regex.Pattern;

/** Writes types as SQL does and as differences on this machine show them: {@code STRUCT<a: INT>} for {@code struct<a:int>}. */
final class TypeText {

    /** A word is the name of a field when a colon follows. Commas within round brackets are those of numbers. */
    private static final Pattern PART = Pattern.compile("([^<>,:()]+)(:?)|,(?![^(]*\\))");

    private TypeText() {}

    static String of(String type) {
        return PART.matcher(type).replaceAll(part -> {
            if (part.group(1) == null) {
                return ", ";
            }

            return part.group(2).isEmpty() ? part.group(1).toUpperCase(Locale.ROOT) : part.group(1) + ": ";
        });
    }
}
