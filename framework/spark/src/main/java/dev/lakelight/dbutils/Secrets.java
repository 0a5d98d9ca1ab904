package dev.lakelight.dbutils;

import dev.lakelight.secret.KnownSecrets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The secrets that runs can read. A secret is an environment variable, {@code LAKELIGHT_SECRET_<SCOPE>__<KEY>}: upper case, and an
 * underscore for what is neither letter nor digit. What was read is known as secret from then on.
 */
public final class Secrets {

    private static final String PREFIX = "LAKELIGHT_SECRET_";
    private static final String BETWEEN = "__";

    private final Map<String, String> environment;
    private final KnownSecrets known;

    Secrets(Map<String, String> environment, KnownSecrets known) {
        this.environment = Map.copyOf(environment);
        this.known = known;
    }

    /** Return those of the environment of this JVM. */
    public static Secrets ofEnvironment() {
        return new Secrets(System.getenv(), KnownSecrets.ofThisJvm());
    }

    /** Tell whether an environment variable holds a secret. */
    public static boolean isSecret(String variable) {
        return variable.startsWith(PREFIX);
    }

    Optional<String> find(String scope, String key) {
        Optional<String> value = Optional.ofNullable(environment.get(variable(scope, key)));
        value.ifPresent(known::add);
        return value;
    }

    /** Return the keys of a scope, sorted. An environment variable does not tell how its key was written: lower case. */
    List<String> keys(String scope) {
        String beginning = PREFIX + encoded(scope) + BETWEEN;
        return environment.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.substring(beginning.length()).toLowerCase(Locale.ROOT))
                .sorted()
                .toList();
    }

    /** Return the scopes, sorted, in lower case. */
    List<String> scopes() {
        return environment.keySet().stream()
                .filter(Secrets::isSecret)
                .flatMap(Secrets::scopeOf)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> scopeOf(String name) {
        String scopeAndKey = name.substring(PREFIX.length());
        int end = scopeAndKey.indexOf(BETWEEN, 1);
        return end < 0
                ? Stream.empty()
                : Stream.of(scopeAndKey.substring(0, end).toLowerCase(Locale.ROOT));
    }

    /** Return the name of the environment variable that holds a secret. */
    static String variable(String scope, String key) {
        return PREFIX + encoded(scope) + BETWEEN + encoded(key);
    }

    private static String encoded(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
