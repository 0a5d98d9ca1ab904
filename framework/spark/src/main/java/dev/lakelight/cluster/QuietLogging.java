package dev.lakelight.cluster;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Spark's INFO lines out of test output. A log4j2 configuration of the user's is left alone, and so is any other logging
 * system.
 */
final class QuietLogging {

    private static final String CONFIGURATION = "log4j2-quiet.properties";
    private static final String SPARK_DEFAULTS = "org/apache/spark/log4j2-defaults";

    private QuietLogging() {}

    static void applyUnlessConfigured() {
        if (LogManager.getContext(false) instanceof LoggerContext context && isNobodys(context.getConfiguration())) {
            context.setConfigLocation(location());
        }
    }

    /** Spark applies defaults of its own as soon as one of its classes logs, which may be before the first cluster. */
    private static boolean isNobodys(Configuration configuration) {
        return configuration instanceof DefaultConfiguration
                || isOfSpark(configuration.getConfigurationSource().getLocation());
    }

    private static boolean isOfSpark(@Nullable String location) {
        return location != null && location.contains(SPARK_DEFAULTS);
    }

    private static URI location() {
        try {
            return requireNonNull(QuietLogging.class.getResource(CONFIGURATION)).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
