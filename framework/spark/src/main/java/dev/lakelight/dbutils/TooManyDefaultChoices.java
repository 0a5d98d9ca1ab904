package dev.lakelight.dbutils;

import dev.lakelight.problem.UserError;

/** A widget has more choices than Databricks accepts. */
public final class TooManyDefaultChoices extends UserError {

    private static final long serialVersionUID = 1;

    TooManyDefaultChoices(String name, int found, int limit) {
        super("The widget '%s' has %d choices, but %d are the most. Make it a text widget."
                .formatted(name, found, limit));
    }
}
