package dev.lakelight.yaml;

import dev.lakelight.problem.NearestName;
import dev.lakelight.result.SourceLocation;
import java.util.Collection;

/** What users are told about the keys of a mapping. */
public final class YamlMessages {

    private YamlMessages() {}

    static String unknownKey(String key, YamlShape shape) {
        return "Unknown key '%s' in %s. Accepted are: %s.%s"
                .formatted(key, shape.label(), String.join(", ", shape.proposed()), nearest(key, shape.keys()));
    }

    static String duplicateKey(String key, SourceLocation first) {
        return "The key '%s' is there already, at %s. Keep one of them.".formatted(key, first);
    }

    static String missingKey(String key, YamlShape shape) {
        return "The key '%s' is missing in %s.".formatted(key, shape.label());
    }

    /** Return a sentence that proposes the accepted name that was probably meant, or nothing. */
    public static String nearest(String name, Collection<String> accepted) {
        return NearestName.to(name, accepted)
                .map(" Perhaps you mean '%s'."::formatted)
                .orElse("");
    }
}
