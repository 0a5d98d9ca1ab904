package dev.lakelight.databricks.api;

import com.databricks.sdk.core.DatabricksConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to log in. Without anything the SDK looks for itself: in the environment, in {@code ~/.databrickscfg}, and for what a build
 * server or a cloud offers.
 *
 * @param configFile file with profiles, or null for the usual one
 * @param profile name of a profile in it, or null
 */
public record Login(@Nullable Path configFile, @Nullable String profile) {

    DatabricksConfig configuration() {
        DatabricksConfig configuration = new DatabricksConfig();

        if (configFile != null) {
            configuration.setConfigFile(configFile.toString());
        }

        if (profile != null) {
            configuration.setProfile(profile);
        }

        return configuration;
    }
}
