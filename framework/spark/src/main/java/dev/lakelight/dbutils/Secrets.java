package dev.lakelight.dbutils;

import dev.lakelight.configuration.ConfiguredSecrets;
import dev.lakelight.configuration.SecretSpec;
import dev.lakelight.secret.KnownSecrets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The secrets that runs can read: those that the configuration names, and environment variables,
 * {@code LAKELIGHT_SECRET_<SCOPE>__<KEY>}: upper case, and an underscore for what is neither letter nor digit. What was read is
 * known as secret from then on.
 */
public final class Secrets {

    private static final String PREFIX = KnownSecrets.VARIABLE_PREFIX;
    private static final String BETWEEN = "__";

    private final Map<String, String> environment;
    private final KnownSecrets known;
    private final ConfiguredSecrets configured;

    Secrets(Map<String, String> environment, KnownSecrets known) {
        this(environment, known, ConfiguredSecrets.read(List.of()));
    }

    Secrets(Map<String, String> environment, KnownSecrets known, ConfiguredSecrets configured) {
        this.environment = Map.copyOf(environment);
        this.known = known;
        this.configured = configured;
    }

    /** Return those of a configuration, and those of the environment of this JVM. */
    public static Secrets of(List<SecretSpec> configured) {
        return new Secrets(System.getenv(), KnownSecrets.ofThisJvm(), ConfiguredSecrets.read(configured));
    }

    /** Tell whether an environment variable holds a secret. */
    public static boolean isSecret(String variable) {
        return variable.startsWith(PREFIX);
    }

    Optional<String> find(String scope, String key) {
        return configured.find(scope, key).or(() -> ofEnvironment(scope, key));
    }

    private Optional<String> ofEnvironment(String scope, String key) {
        Optional<String> value = Optional.ofNullable(environment.get(variable(scope, key)));
        value.ifPresent(known::add);
        return value;
    }

    /** Return what to do so that there is a secret. */
    String advice(String scope, String key) {
        return configured
                .problem(scope, key)
                .orElseGet(() ->
                        "Set the environment variable %s for the test's JVM, or name the secret in the configuration."
                                .formatted(variable(scope, key)));
    }

    /** Return the keys of a scope, sorted. An environment variable does not tell how its key was written: lower case. */
    List<String> keys(String scope) {
        String beginning = PREFIX + encoded(scope) + BETWEEN;
        Stream<String> variables = environment.keySet().stream()
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.substring(beginning.length()).toLowerCase(Locale.ROOT));
        return Stream.concat(configured.keys(scope).stream(), variables)
                .distinct()
                .sorted()
                .toList();
    }

    /** Return the scopes, sorted, those of the environment in lower case. */
    List<String> scopes() {
        Stream<String> variables =
                environment.keySet().stream().filter(Secrets::isSecret).flatMap(Secrets::scopeOf);
        return Stream.concat(configured.scopes().stream(), variables)
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
