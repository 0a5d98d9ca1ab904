package dev.lakelight.dbutils;

import dev.lakelight.problem.UserError;

/** The name of a widget is longer than Databricks accepts. */
public final class WidgetNameIsTooLong extends UserError {

    private static final long serialVersionUID = 1;

    WidgetNameIsTooLong(String name, int limit) {
        super("The name of the widget '%.40s...' is longer than %d bytes. Shorten it.".formatted(name, limit));
    }
}
