package dev.lakelight.problem;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What was thrown, as text. Its methods are code of its author's, which may fail itself: then the text says that instead of the message.
 */
public final class ThrownText {

    private ThrownText() {}

    /** Return its message; empty when it has none. */
    public static String message(Throwable thrown) {
        try {
            return Objects.requireNonNullElse(thrown.getMessage(), "");
        } catch (Throwable e) {
            return "(its message cannot be had: getMessage() threw %s)"
                    .formatted(e.getClass().getName());
        }
    }

    /** Return it with its causes, each once: some exceptions are causes of themselves. */
    public static List<Throwable> chain(Throwable thrown) {
        Set<Throwable> chain = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> ordered = new ArrayList<>();

        for (Throwable next = thrown; next != null && chain.add(next); next = next.getCause()) {
            ordered.add(next);
        }

        return ordered;
    }

    /** Return whether anybody can read it and its causes: messages can be had, and the causes come to an end. */
    public static boolean isReadable(Throwable thrown) {
        try {
            List<Throwable> chain = chain(thrown);
            List<String> messages = chain.stream()
                    .map(next -> String.valueOf(next.getMessage()))
                    .toList();
            return messages.size() == chain.size()
                    && chain.get(chain.size() - 1).getCause() == null;
        } catch (Throwable e) {
            return false;
        }
    }

    /** Return its stack trace with that of its causes. */
    public static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();

        try {
            thrown.printStackTrace(new PrintWriter(text, true));
        } catch (Throwable e) {
            text.write("%s: %s%n".formatted(thrown.getClass().getName(), message(thrown)));

            for (StackTraceElement frame : thrown.getStackTrace()) {
                text.write("\tat %s%n".formatted(frame));
            }
        }

        return text.toString();
    }
}
