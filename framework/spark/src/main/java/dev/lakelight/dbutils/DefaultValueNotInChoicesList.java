package dev.lakelight.dbutils;

import dev.lakelight.problem.UserError;
import java.util.Collection;

/** A widget that offers choices only does not offer its default. */
public final class DefaultValueNotInChoicesList extends UserError {

    private static final long serialVersionUID = 1;

    DefaultValueNotInChoicesList(String name, String defaultValue, Collection<String> choices) {
        super("The default '%s' of the widget '%s' is none of its choices: %s. Add it to them."
                .formatted(defaultValue, name, String.join(", ", choices)));
    }
}
