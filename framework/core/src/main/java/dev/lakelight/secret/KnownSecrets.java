package dev.lakelight.secret;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The values of secrets that code in this JVM was given. Whoever writes down what that code has said asks here first. They are
 * known to the whole JVM: a test's secret may be in the table that another test shows.
 */
public final class KnownSecrets {

    /** What is shown in place of a value, as Databricks does. */
    public static final String REDACTED = "[REDACTED]";

    /** A shorter value is part of too many words: it is recognized only when nothing else stands beside it. */
    static final int SHORTEST = 4;

    private static final KnownSecrets OF_THIS_JVM = new KnownSecrets();

    /** Longest first: a secret may begin with another one. */
    private final List<String> values = new CopyOnWriteArrayList<>();

    /** Create a register without secrets. */
    public KnownSecrets() {}

    /** Return what is known in this JVM. */
    public static KnownSecrets ofThisJvm() {
        return OF_THIS_JVM;
    }

    /** Keep a value back from now on. White space around it does not count. */
    public synchronized void add(String value) {
        String stripped = value.strip();

        if (!stripped.isEmpty() && !values.contains(stripped)) {
            values.add(stripped);
            values.sort(Comparator.comparingInt(String::length).reversed());
        }
    }

    /** Return whether nothing has to be kept back. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Return the text without the values. */
    public String redact(String text) {
        String redacted = text;

        for (String value : values) {
            redacted = redact(redacted, value);
        }

        return redacted;
    }

    private static String redact(String text, String value) {
        if (value.length() >= SHORTEST) {
            return text.replace(value, REDACTED);
        }

        return text.strip().equals(value) ? text.replace(value, REDACTED) : text;
    }
}
