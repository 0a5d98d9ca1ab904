package dev.lakelight.table;

import org.apache.spark.sql.types.DataType;

/** Says why a written value is not one of a type, and where inside a nested value. */
final class BadValueException extends Exception {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 100;

    private final String path;
    private final String reason;

    private BadValueException(String path, String reason) {
        super(path + ": " + reason);
        this.path = path;
        this.reason = reason;
    }

    /** Tell what was found and what the type takes instead. */
    static BadValueException found(Object value, DataType type, String accepted) {
        return because("found %s, but %s takes %s".formatted(shown(value), type.sql(), accepted));
    }

    /** Tell it in a sentence of its own. */
    static BadValueException because(String reason) {
        return new BadValueException("", reason);
    }

    /** Place the problem in a part of a nested value: {@code .field}, {@code [2]}. */
    BadValueException in(String part) {
        return new BadValueException(part + path, reason);
    }

    /** Return where inside the value, such as {@code .address.zip}; empty for the value itself. */
    String path() {
        return path;
    }

    /** Return the problem without its place. */
    String reason() {
        return reason;
    }

    private static String shown(Object value) {
        String text = value.toString();
        String part = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
        return value instanceof CharSequence ? "'" + part + "'" : part;
    }
}
