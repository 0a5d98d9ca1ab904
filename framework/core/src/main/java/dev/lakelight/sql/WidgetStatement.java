package dev.lakelight.sql;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements about widgets, which Databricks knows and Spark does not. */
public sealed interface WidgetStatement {

    /** Name of the widget. */
    String name();

    /**
     * Return the widget statement that the text is, or nothing when it is any other statement.
     *
     * @throws SqlSyntaxError when it begins like one and does not go on like one
     */
    static Optional<WidgetStatement> parse(String statement) {
        return new WidgetStatementParser(statement).parse();
    }

    /** What a widget lets its users do. */
    enum Kind {
        TEXT,
        DROPDOWN,
        COMBOBOX,
        MULTISELECT
    }

    /**
     * {@code CREATE WIDGET}.
     *
     * @param kind of the widget
     * @param name of the widget
     * @param defaultValue what it holds until it gets another value
     * @param choices the query that lists what can be chosen, or null
     */
    record Create(
            Kind kind,
            String name,
            String defaultValue,
            @Nullable String choices) implements WidgetStatement {

        public Create {
            requireNonNull(kind, "kind");
            requireNonNull(name, "name");
            requireNonNull(defaultValue, "defaultValue");
        }
    }

    /**
     * {@code REMOVE WIDGET}.
     *
     * @param name of the widget
     */
    record Remove(String name) implements WidgetStatement {

        public Remove {
            requireNonNull(name, "name");
        }
    }
}
