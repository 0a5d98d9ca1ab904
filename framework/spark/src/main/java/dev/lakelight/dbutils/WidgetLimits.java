package dev.lakelight.dbutils;

import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** What Databricks accepts of a widget. */
final class WidgetLimits {

    /** In bytes. */
    static final int LONGEST_NAME = 1024;

    /** In bytes. */
    static final int LONGEST_DEFAULT = 2048;

    static final int MOST_CHOICES = 1024;

    private WidgetLimits() {}

    static void check(String name, String defaultValue) {
        if (bytes(name) > LONGEST_NAME) {
            throw new WidgetNameIsTooLong(name, LONGEST_NAME);
        }

        if (bytes(defaultValue) > LONGEST_DEFAULT) {
            throw new DefaultValueIsTooLong(name, LONGEST_DEFAULT);
        }
    }

    static void check(String name, Collection<String> choices) {
        if (choices.size() > MOST_CHOICES) {
            throw new TooManyDefaultChoices(name, choices.size(), MOST_CHOICES);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
