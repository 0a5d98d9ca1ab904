package dev.lakelight.maven;

import java.util.List;
import java.util.stream.Collectors;

/** Joins JVM options with those that a property such as {@code argLine} holds already. */
final class ArgLine {

    /**
     * Put options before what is there, so that the project's own win. What begins with them already, because a goal runs
     * twice, stays as it is.
     */
    static String prepend(List<String> options, String existing) {
        String added = options.stream().map(ArgLine::quoted).collect(Collectors.joining(" "));

        if (existing.isBlank()) {
            return added;
        }
        return existing.startsWith(added) ? existing : added + " " + existing;
    }

    /** Surefire splits at blanks outside of quotes, and knows no escapes. */
    private static String quoted(String option) {
        if (option.chars().noneMatch(Character::isWhitespace)) {
            return option;
        }
        return option.contains("\"") ? "'" + option + "'" : "\"" + option + "\"";
    }

    private ArgLine() {}
}
