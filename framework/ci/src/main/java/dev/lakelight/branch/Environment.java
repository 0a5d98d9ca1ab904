package dev.lakelight.branch;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A build server's variables. A blank one counts as absent, as servers write some that do not apply. */
final class Environment {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{40}");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** Return the value of the first of the variables that has one. */
    Optional<String> value(String... names) {
        return Stream.of(names)
                .map(name -> RefNames.clean(variables.get(name)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    boolean isTrue(String name) {
        return value(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** Return the branch that the first variable with a value names. */
    Optional<String> branch(String... names) {
        return value(names).flatMap(RefNames::branch);
    }

    /** Return the first value that is a commit id, in lower case. */
    Optional<String> commit(String... names) {
        return Stream.of(names)
                .flatMap(name -> value(name).stream())
                .flatMap(Environment::commitId)
                .findFirst();
    }

    Optional<String> link(String... names) {
        return value(names).flatMap(WebLinks::withoutUserInfo);
    }

    /** Return the text as a commit id if it is one. */
    static Stream<String> commitId(String text) {
        return COMMIT.matcher(text).matches() ? Stream.of(text.toLowerCase(Locale.ROOT)) : Stream.empty();
    }
}
