package dev.lakelight.dbutils;

import dev.lakelight.problem.UserError;

/** The default of a widget is longer than Databricks accepts. */
public final class DefaultValueIsTooLong extends UserError {

    private static final long serialVersionUID = 1;

    DefaultValueIsTooLong(String name, int limit) {
        super("The default of the widget '%s' is longer than %d bytes. Shorten it, or put it into a file."
                .formatted(name, limit));
    }
}
