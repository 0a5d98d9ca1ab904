package dev.lakelight.databricks.sql;

import java.util.ArrayList;
import java.util.List;

/** A statement that the engine puts together when it runs, of texts and of expressions that give texts. */
final class Dynamic {

    private final List<String> parts = new ArrayList<>();

    Dynamic text(String text) {
        parts.add(Sql.literal(text));
        return this;
    }

    Dynamic expression(String expression) {
        parts.add(expression);
        return this;
    }

    /** Return the expression that gives the statement. */
    String sql() {
        return "concat(\n  %s)".formatted(String.join(",\n  ", parts));
    }
}
