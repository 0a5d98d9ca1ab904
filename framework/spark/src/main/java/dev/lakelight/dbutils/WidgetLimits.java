package dev.lakelight.dbutils;

import static java.util.Objects.requireNonNull;

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
        requireNonNull(name, "The name of a widget is null. Give it a name.");
        requireNonNull(
                defaultValue,
                () -> "The default value of the widget '%s' is null. Give it a text, such as \"\".".formatted(name));

        if (bytes(name) > LONGEST_NAME) {
            throw new WidgetNameIsTooLong(name, LONGEST_NAME);
        }

        if (bytes(defaultValue) > LONGEST_DEFAULT) {
            throw new DefaultValueIsTooLong(name, LONGEST_DEFAULT);
        }
    }

    static void check(String name, Collection<String> choices) {
        requireNonNull(choices, () -> "The choices of the widget '%s' are null. Give it a list.".formatted(name));

        if (choices.size() > MOST_CHOICES) {
            throw new TooManyDefaultChoices(name, choices.size(), MOST_CHOICES);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
