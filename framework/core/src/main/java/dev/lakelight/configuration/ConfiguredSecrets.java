package dev.lakelight.configuration;

import dev.lakelight.configuration.SecretSpec.Source;
import dev.lakelight.secret.KnownSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of configurations with their values. All of them are read at once and kept back from then on, so that also what
 * is written before a secret is asked for holds none. That one cannot be read matters when it is asked for.
 */
public final class ConfiguredSecrets {

    private final List<Read> secrets;

    private ConfiguredSecrets(List<Read> secrets) {
        this.secrets = secrets;
    }

    /** Read secrets, in the environment of this JVM. */
    public static ConfiguredSecrets read(List<SecretSpec> specifications) {
        return read(specifications, System.getenv(), KnownSecrets.ofThisJvm());
    }

    static ConfiguredSecrets read(
            List<SecretSpec> specifications, Map<String, String> environment, KnownSecrets known) {
        List<Read> secrets =
                specifications.stream().map(each -> read(each, environment)).toList();
        secrets.stream().flatMap(secret -> Stream.ofNullable(secret.value())).forEach(known::add);
        return new ConfiguredSecrets(secrets);
    }

    /** Return the value of a secret, or nothing when none is declared or it cannot be read. */
    public Optional<String> find(String scope, String key) {
        return named(scope, key).flatMap(secret -> Optional.ofNullable(secret.value()));
    }

    /** Return why a secret that is declared cannot be read, as sentences that say what to do; nothing when none is declared. */
    public Optional<String> problem(String scope, String key) {
        return named(scope, key).flatMap(secret -> Optional.ofNullable(secret.problem()));
    }

    /** Return the scopes of what is declared, in order, each once. */
    public List<String> scopes() {
        return secrets.stream().map(secret -> secret.spec().scope()).distinct().toList();
    }

    /** Return the keys of a scope, in order. */
    public List<String> keys(String scope) {
        return secrets.stream()
                .map(Read::spec)
                .filter(spec -> spec.scope().equalsIgnoreCase(scope))
                .map(SecretSpec::key)
                .toList();
    }

    private Optional<Read> named(String scope, String key) {
        return secrets.stream()
                .filter(secret -> secret.spec().scope().equalsIgnoreCase(scope))
                .filter(secret -> secret.spec().key().equals(key))
                .findFirst();
    }

    private static Read read(SecretSpec spec, Map<String, String> environment) {
        if (spec.source() instanceof Source.Variable variable) {
            return ofVariable(spec, variable.name(), environment.getOrDefault(variable.name(), ""));
        }

        return spec.source() instanceof Source.SecretFile file
                ? ofFile(spec, file.path())
                : new Read(spec, ((Source.Value) spec.source()).text(), null);
    }

    private static Read ofVariable(SecretSpec spec, String name, String value) {
        return value.isEmpty()
                ? unreadable(
                        spec,
                        "the environment variable %s, which is not set. Set it for the JVM of the tests."
                                .formatted(name))
                : new Read(spec, value, null);
    }

    private static Read ofFile(SecretSpec spec, Path file) {
        try {
            return new Read(spec, Files.readString(file).replaceFirst("[\r\n]+$", ""), null);
        } catch (NoSuchFileException e) {
            return unreadable(spec, "the file %s, which does not exist. Write the value into it.".formatted(file));
        } catch (IOException e) {
            return unreadable(spec, "the file %s, which cannot be read: %s. Mend the file.".formatted(file, e));
        }
    }

    private static Read unreadable(SecretSpec spec, String reason) {
        String place = Objects.requireNonNullElse(spec.declaredAt(), "The configuration")
                .toString();
        return new Read(spec, null, "%s takes it from %s".formatted(place, reason));
    }

    /** Either has a value or a problem. */
    private record Read(
            SecretSpec spec,
            @Nullable String value,
            @Nullable String problem) {

        /** Return no value. */
        @Override
        public String toString() {
            return spec.toString();
        }
    }
}
