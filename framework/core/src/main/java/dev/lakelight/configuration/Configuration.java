package dev.lakelight.configuration;

import static java.util.Objects.requireNonNull;

import dev.lakelight.result.SourceLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named set of parameters, Spark settings and seed data under which a module is run.
 *
 * @param name how tests refer to it; unique in a project
 * @param parameters for the module, in order; values may hold placeholders, see {@link Placeholders}
 * @param sparkSettings for the session of the lake, in order
 * @param seeds what the lake holds before the run, in order
 * @param secrets that the module finds by {@code dbutils.secrets}, before those of the environment
 * @param declaredAt where it is declared, or null when a program made it
 */
public record Configuration(
        String name,
        Map<String, String> parameters,
        Map<String, String> sparkSettings,
        List<SeedSpec> seeds,
        List<SecretSpec> secrets,
        @Nullable SourceLocation declaredAt) {

    public Configuration {
        requireNonNull(name, "name");
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        sparkSettings = Collections.unmodifiableMap(new LinkedHashMap<>(sparkSettings));
        seeds = List.copyOf(seeds);
        secrets = List.copyOf(secrets);
    }

    /** Create a configuration in a program. */
    public Configuration(
            String name, Map<String, String> parameters, Map<String, String> sparkSettings, List<SeedSpec> seeds) {
        this(name, parameters, sparkSettings, seeds, List.of(), null);
    }

    /** Return the same with these secrets in place of its own. */
    public Configuration withSecrets(List<SecretSpec> others) {
        return new Configuration(name, parameters, sparkSettings, seeds, others, declaredAt);
    }
}
