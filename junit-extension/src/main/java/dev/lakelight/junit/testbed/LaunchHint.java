package dev.lakelight.junit.testbed;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the goal {@code lakelight:prepare} has made a launch profile and that this test JVM did not get it: surefire's
 * {@code argLine} is easily replaced without a word.
 */
final class LaunchHint {

    static final String HINT = """
            This JVM runs without the launch profile that lakelight:prepare has made; Spark starts slower. Something replaces the \
            property argLine: in the configuration of surefire or failsafe write <argLine>@{argLine} ...</argLine>, and give no \
            -DargLine on the command line.""";

    private static final Logger LOG = LoggerFactory.getLogger(LaunchHint.class);
    private static final AtomicBoolean GIVEN = new AtomicBoolean();

    /** Spark has asked for this as long as there were modules; no other tool does so by default. */
    private static final String OPTION_OF_EVERY_PROFILE = "--add-opens=java.base/java.nio=ALL-UNNAMED";

    private LaunchHint() {}

    /** Log the hint when it applies, once in a JVM. */
    static void giveOnce(Path buildDirectory) {
        if (GIVEN.compareAndSet(false, true)) {
            hint(buildDirectory, System.getProperty("surefire.real.class.path") != null, options())
                    .ifPresent(LOG::warn);
        }
    }

    static Optional<String> hint(Path buildDirectory, boolean isSurefire, List<String> options) {
        boolean hasProfile =
                Files.isDirectory(buildDirectory.resolve("lakelight").resolve("launch"));
        return isSurefire && hasProfile && !options.contains(OPTION_OF_EVERY_PROFILE)
                ? Optional.of(HINT)
                : Optional.empty();
    }

    private static List<String> options() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments();
    }
}
