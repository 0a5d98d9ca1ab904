package dev.lakelight.cluster;

import dev.lakelight.problem.UserError;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.internal.config.ConfigEntry;
import org.apache.spark.sql.internal.SQLConf$;

/** The settings that a session can have of its own. */
final class SessionSettings {

    private static final String WAREHOUSE = "spark.sql.warehouse.dir";

    private SessionSettings() {}

    /**
     * Return the options of a new session.
     *
     * @throws UserError when a setting counts for whole clusters only: Spark would ignore it
     */
    static Map<String, String> of(Map<String, String> settings, Path warehouse) {
        settings.keySet().forEach(SessionSettings::requireOfSession);
        Map<String, String> options = new HashMap<>(settings);
        options.put(WAREHOUSE, location(warehouse));
        return options;
    }

    /** Return how Spark wants a local folder named. It does not decode what a URI encodes, such as spaces. */
    static String location(Path folder) {
        return new org.apache.hadoop.fs.Path(folder.toAbsolutePath().toUri()).toString();
    }

    /** The same rule as that of {@code SET} in SQL. */
    private static void requireOfSession(String name) {
        if (ConfigEntry.findEntry(name) != null && !SQLConf$.MODULE$.containsConfigKey(name)) {
            throw new UserError(("Setting %s counts for a whole cluster, a session cannot have its own. Set it in"
                            + " @SparkCluster(settings = …), in lakelight-spark.properties or as a system property.")
                    .formatted(name));
        }
    }
}
