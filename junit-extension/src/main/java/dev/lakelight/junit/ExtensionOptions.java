package dev.lakelight.junit;

import dev.lakelight.cluster.ClusterSpec;
import dev.lakelight.junit.testbed.Settings;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a program about an extension.
 *
 * @param cluster on which tests run, or null when nothing was said
 * @param sparkSettings for the session of each test
 * @param baseDirectory of the project, or null when nothing was said
 * @param keep whether lakes are kept
 */
record ExtensionOptions(
        @Nullable ClusterSpec cluster,
        Map<String, String> sparkSettings,
        @Nullable Path baseDirectory,
        Keep keep) {

    /** Nothing was said. */
    static final ExtensionOptions NONE = new ExtensionOptions(null, Map.of(), null, Keep.AS_CONFIGURED);

    ExtensionOptions {
        sparkSettings = Collections.unmodifiableMap(new LinkedHashMap<>(sparkSettings));
    }

    boolean saysNothing() {
        return equals(NONE);
    }

    /** Let what was said win over the properties. */
    Settings over(Settings properties) {
        Map<String, String> said = new LinkedHashMap<>();

        if (baseDirectory != null) {
            said.put(Settings.BASE_DIRECTORY, baseDirectory.toString());
        }

        if (keep == Keep.ALWAYS) {
            said.put(Settings.KEEP, "true");
        }

        return properties.overriddenBy(said);
    }
}
