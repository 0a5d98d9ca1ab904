package dev.lakelight.configuration;

import dev.lakelight.problem.NearestName;
import dev.lakelight.problem.UserError;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** All configurations of a project, by name. Immutable. */
public final class Configurations {

    private final Map<String, Configuration> byName;

    private Configurations(Map<String, Configuration> byName) {
        this.byName = byName;
    }

    /**
     * Collect configurations.
     *
     * @throws UserError when two have the same name
     */
    public static Configurations of(Collection<Configuration> configurations) {
        Map<String, Configuration> byName = new LinkedHashMap<>();
        configurations.forEach(next -> add(byName, next));
        return new Configurations(byName);
    }

    private static void add(Map<String, Configuration> byName, Configuration next) {
        Configuration first = byName.putIfAbsent(next.name(), next);

        if (first != null) {
            throw new UserError("Two configurations have the name '%s': one at %s, one at %s. Rename one of them."
                    .formatted(next.name(), place(first), place(next)));
        }
    }

    private static String place(Configuration configuration) {
        return Objects.requireNonNullElse(configuration.declaredAt(), "an unknown place")
                .toString();
    }

    /**
     * Return the configuration of a name.
     *
     * @throws UserError when there is none; names those that there are
     */
    public Configuration named(String name) {
        Configuration found = byName.get(name);

        if (found == null) {
            throw new UserError(unknown(name, byName.keySet()));
        }

        return found;
    }

    /** Return all names, in order of declaration. */
    public Set<String> names() {
        return Collections.unmodifiableSet(byName.keySet());
    }

    /** Return all configurations, in order of declaration. */
    public List<Configuration> all() {
        return List.copyOf(byName.values());
    }

    /** Return the sentence for a name that is not among the known ones. */
    public static String unknown(String name, Collection<String> known) {
        if (known.isEmpty()) {
            return "Unknown configuration '%s': no configuration is declared.".formatted(name);
        }

        String hint = NearestName.to(name, known)
                .map(" Perhaps you mean '%s'."::formatted)
                .orElse("");
        return "Unknown configuration '%s'. Declared are: %s.%s"
                .formatted(name, String.join(", ", new TreeSet<>(known)), hint);
    }
}
