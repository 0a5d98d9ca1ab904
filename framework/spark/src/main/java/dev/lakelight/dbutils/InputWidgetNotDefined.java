package dev.lakelight.dbutils;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import dev.lakelight.result.SourceLocation;
import java.util.Collection;

/** A notebook asked for a widget that it does not have. */
public final class InputWidgetNotDefined extends UserError {

    private static final long serialVersionUID = 1;

    private InputWidgetNotDefined(String message) {
        super(message);
    }

    private InputWidgetNotDefined(String message, SourceLocation location) {
        super(message, location);
    }

    /** Create an error for a call of {@code dbutils.widgets.get}. */
    static InputWidgetNotDefined calledFor(String name, Collection<String> known) {
        return new InputWidgetNotDefined(
                "There is no widget '%s'. %s Create it with dbutils.widgets.text(\"%s\", \"...\"), %s"
                        .formatted(name, whatThereIs(name, known), name, OR_PASS_IT));
    }

    /** Create an error for the removal of a widget. */
    static InputWidgetNotDefined removed(String name, Collection<String> known) {
        return new InputWidgetNotDefined(
                "There is no widget '%s' to remove. %s Remove the call, or all widgets with dbutils.widgets.removeAll()."
                        .formatted(name, whatThereIs(name, known)));
    }

    /**
     * Create an error for a reference in SQL.
     *
     * @param name the widget
     * @param place what asked for it and where, as the message shows it: {@code :day in pipelines/a.sql:7 (cell 3)}
     * @param known the widgets that there are
     * @param location where it was asked for
     */
    public static InputWidgetNotDefined referredTo(
            String name, String place, Collection<String> known, SourceLocation location) {
        return new InputWidgetNotDefined(
                "There is no widget '%s' for %s. %s Create it with CREATE WIDGET TEXT %s DEFAULT '...', %s"
                        .formatted(name, place, whatThereIs(name, known), name, OR_PASS_IT),
                location);
    }

    private static final String OR_PASS_IT = "or pass it as a parameter of the run.";

    private static String whatThereIs(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "The notebook has no widgets.";
        }

        String nearest = NearestName.to(name, known)
                .map(" Perhaps you mean '%s'."::formatted)
                .orElse("");
        return "Widgets: %s.%s".formatted(String.join(", ", known), nearest);
    }
}
