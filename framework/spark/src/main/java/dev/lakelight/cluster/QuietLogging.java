package dev.lakelight.cluster;

import java.net.URISyntaxException;
import java.net.URL;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.DefaultConfiguration;

/**
 * Keeps Spark's INFO lines out of test output. A log4j2 configuration of the user's is left alone, and so is any other logging
 * system.
 */
final class QuietLogging {

    private static final String CONFIGURATION = "log4j2-quiet.properties";

    private QuietLogging() {}

    static void applyUnlessConfigured() {
        if (LogManager.getContext(false) instanceof LoggerContext context
                && context.getConfiguration() instanceof DefaultConfiguration) {
            context.setConfigLocation(location());
        }
    }

    private static java.net.URI location() {
        URL resource = java.util.Objects.requireNonNull(QuietLogging.class.getResource(CONFIGURATION));
        try {
            return resource.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
