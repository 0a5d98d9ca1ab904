package dev.lakelight.secret;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of secrets that code in this JVM was given. Whoever writes down what that code has said asks here first. They are
 * known to the whole JVM: a test's secret may be in the table that another test shows. A value is recognized as it is, and as it
 * stands in URLs, JSON, HTML and XML.
 */
public final class KnownSecrets {

    /** What is shown in place of a value, as Databricks does. */
    public static final String REDACTED = "[REDACTED]";

    /** What the names of environment variables begin with that hold secrets. */
    public static final String VARIABLE_PREFIX = "LAKELIGHT_SECRET_";

    /** A shorter value is part of too many words: it is recognized only when nothing else stands beside it. */
    static final int SHORTEST = 4;

    private static final KnownSecrets OF_THIS_JVM = ofEnvironment(System.getenv());

    private final Set<String> values = new TreeSet<>();
    private volatile SecretMatcher matcher = new SecretMatcher(Set.of());
    private volatile List<String> shortValues = List.of();

    /** Create a register without secrets. */
    public KnownSecrets() {}

    /** Return what is known in this JVM: from its start, the environment variables that hold secrets. */
    public static KnownSecrets ofThisJvm() {
        return OF_THIS_JVM;
    }

    static KnownSecrets ofEnvironment(Map<String, String> variables) {
        KnownSecrets secrets = new KnownSecrets();
        variables.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX)) {
                secrets.add(value);
            }
        });
        return secrets;
    }

    /** Keep a value back from now on. White space around it does not count. */
    public synchronized void add(String value) {
        String stripped = value.strip();

        if (!stripped.isEmpty() && values.add(stripped)) {
            matcher = new SecretMatcher(values);
            shortValues =
                    values.stream().filter(each -> each.length() < SHORTEST).toList();
        }
    }

    /** Return whether nothing has to be kept back. */
    public boolean isEmpty() {
        return matcher.isEmpty() && shortValues.isEmpty();
    }

    /** Return the text without the values: the same object when it holds none. */
    public String redact(String text) {
        String stripped = shortValues.isEmpty() ? "" : text.strip();
        return shortValues.contains(stripped) ? text.replace(stripped, REDACTED) : matcher.redact(text);
    }

    /** Return whether a text holds one of the values. */
    public boolean isIn(String text) {
        return !redact(text).equals(text);
    }
}
